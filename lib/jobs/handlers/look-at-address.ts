import { registerMedia } from "@/lib/articles/picture-store";
import { findRendition } from "@/lib/articles/rendition-store";
import { mediaHash } from "@/lib/core/media-href";
import { findFeeds } from "@/lib/feeds/discovery-gateway";
import { findLook, saveLook } from "@/lib/feeds/look-store";
import type { LookedFeed, LookResult } from "@/lib/feeds/look-types";
import { previewFeed } from "@/lib/feeds/preview-feed";
import { mayFetchPage } from "@/lib/feeds/robots-gateway";
import type { ParsedFeed } from "@/lib/feeds/types";
import { sql } from "@/lib/platform/sql";
import type { WorkerContext } from "../context";
import type { Payload } from "../payloads";
import { fetchPictureOf } from "./fetch-picture";

/** An admin waits, and a site is asked for a handful of documents: a pause like a person's. */
const pauseMs = 400;
/** So many pictures are fetched to see whether they can be had. */
const picturesTried = 3;

/** Looks at an address that an admin means to add: finds its feeds, reads each, and says what it is like. */
export async function lookAtAddress({ lookId }: Payload<"titles.look">, context: WorkerContext): Promise<void> {
  const look = await findLook(lookId);
  if (!look || look.result !== null) return;
  const result = await lookAt(look.address, context);
  await saveLook(lookId, result, context.now());
  context.log.info({ job: "titles.look", kind: result.kind, feeds: result.kind === "found" ? result.feeds.length : 0 });
}

async function lookAt(address: string, context: WorkerContext): Promise<LookResult> {
  const previews = new Map<string, { feed: LookedFeed; parsed: ParsedFeed }>();
  const found = await findFeeds(address, {
    mayFetchPage: (url) => mayFetchPage(url, context.now()),
    inTurn: (url, work) => context.gate(url, work, pauseMs),
    onRead: (feed, parsed) => {
      const newestAt = feed.newestAt?.toISOString() ?? null;
      previews.set(feed.url, { parsed, feed: { ...feed, newestAt, ...previewFeed(parsed, feed.url, context.now()) } });
    },
  });
  if (!found.ok) return { kind: "failed", words: refusalWords(found.error) };
  if (found.value.length === 0) return { kind: "nothing" };
  const read = found.value.flatMap((feed) => previews.get(feed.url) ?? []);
  const [first, ...others] = read;
  const words = first ? await tryPictures(first.parsed, context) : [];
  const feeds = first ? [{ ...first.feed, warnings: [...first.feed.warnings, ...words] }, ...others.map(({ feed }) => feed)] : [];
  return { kind: "found", feeds };
}

const refusalWords = ({ kind, reason }: { kind: "unreachable" | "robots"; reason: string }): string =>
  kind === "robots" ? `The site's robots.txt does not let us read this page (${reason}). Paste the feed's own address instead.` : reason;

/** Fetches the first pictures as articles' pictures are, so that the page can show them and dead ones are known. */
async function tryPictures(parsed: ParsedFeed, context: WorkerContext): Promise<string[]> {
  const urls = [...new Set(parsed.entries.flatMap((entry) => entry.images[0]?.url ?? []))].slice(0, picturesTried);
  if (urls.length === 0) return [];
  const pictures = urls.map((sourceUrl) => ({ hash: mediaHash(sourceUrl), sourceUrl }));
  await registerMedia([{ id: 0, draft: { pictures: [], bodyMedia: pictures } }], sql);
  const had = await Promise.all(
    pictures.map(async ({ hash }) => {
      await fetchPictureOf({ hash, attempt: 0 }, true, context);
      return (await findRendition(hash))?.contentHash != null;
    }),
  );
  const dead = had.filter((isHad) => !isHad).length;
  return dead > 0 ? [`${dead} of the first ${urls.length} pictures could not be had.`] : [];
}
