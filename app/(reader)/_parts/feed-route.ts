import { sha256Hex } from "@/lib/core/hash";
import { isNotModified } from "@/lib/core/not-modified";
import type { FeedDocument } from "@/lib/syndication/feed-document";
import { type FeedFormat, feedFormats } from "@/lib/syndication/feed-formats";
import { noteFault } from "@/lib/syndication/queries";
import { writeFeed } from "@/lib/syndication/write-feed";

/** A feed's document, the path that it moved to for good, or nothing. */
type Load<Params> = (params: Params, format: FeedFormat) => Promise<FeedDocument | { movedTo: string } | null>;

/** The same for everyone. A reader that asks again and again is told so for nothing. */
const kept = "public, max-age=300, s-maxage=300";

/** A list as a feed: excerpts that everyone may read, never a gated text. */
export function feedRoute<Params>(load: Load<Params>, format: FeedFormat) {
  return async (request: Request, { params }: { params: Promise<Params> }): Promise<Response> => {
    try {
      const found = await load(await params, format);
      if (!found) return say(404, "No such feed.", { "cache-control": "public, max-age=60" });
      if ("movedTo" in found) return new Response(null, { status: 308, headers: { location: found.movedTo, "cache-control": kept } });
      return answer(request, found, format);
    } catch (cause) {
      const { isDatabaseAway } = await noteFault(cause);
      return say(isDatabaseAway ? 503 : 500, "This feed could not be made.", { "cache-control": "no-store", "retry-after": "60" });
    }
  };
}

function answer(request: Request, document: FeedDocument, format: FeedFormat): Response {
  const body = writeFeed(document, format);
  const validators = { etag: `"${sha256Hex(body).slice(0, 32)}"`, lastModified: document.updatedAt };
  const headers = {
    "cache-control": kept,
    etag: validators.etag,
    ...(document.updatedAt && { "last-modified": document.updatedAt.toUTCString() }),
  };
  if (isNotModified(request.headers, validators)) return new Response(null, { status: 304, headers });
  const type = feedFormats.find((each) => each.format === format)?.type ?? "";
  return new Response(body, { headers: { ...headers, "content-type": `${type}; charset=utf-8` } });
}

const say = (status: number, words: string, headers: Record<string, string>): Response =>
  new Response(words, { status, headers: { ...headers, "content-type": "text/plain; charset=utf-8" } });
