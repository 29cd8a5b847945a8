import { registerMedia } from "@/lib/articles/picture-store";
import { findRendition } from "@/lib/articles/rendition-store";
import { mediaHash } from "@/lib/core/media-href";
import { setLogo } from "@/lib/feeds/title-store";
import { enqueue } from "@/lib/platform/queue";
import { sql } from "@/lib/platform/sql";
import type { WorkerContext } from "../context";
import type { Payload } from "../payloads";
import { fetchPictureOf } from "./fetch-picture";

/** Fetches a title's logo as other pictures are, and shows it once it is there; one that cannot be had changes nothing. */
export async function fetchLogo({ publisherId, url }: Payload<"titles.logo">, context: WorkerContext): Promise<void> {
  const hash = mediaHash(url);
  await registerMedia([{ id: 0, draft: { pictures: [], bodyMedia: [{ hash, sourceUrl: url }] } }], sql);
  await fetchPictureOf({ hash, attempt: 0 }, true, context);
  if (!(await findRendition(hash))?.contentHash)
    return context.log.info({ job: "titles.logo", publisherId, hash }, "a logo that cannot be had");
  const slug = await setLogo(publisherId, hash);
  if (slug) await enqueue({ name: "pages.invalidate", data: { tags: ["front", `publisher:${slug}`] } });
}
