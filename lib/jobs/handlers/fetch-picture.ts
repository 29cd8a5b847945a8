import { findMedia, listArticlesOfPicture, type PictureOutcome, recordPicture } from "@/lib/articles/media-store";
import { fetchPicture } from "@/lib/articles/picture-gateway";
import { renderPicture } from "@/lib/articles/render-picture";
import { mediaWidths } from "@/lib/core/media-href";
import { err, ok, type Result } from "@/lib/core/result";
import { userAgent } from "@/lib/feeds/feed-gateway";
import { findMediaFile, writeMediaFile } from "@/lib/platform/media-files";
import { enqueue } from "@/lib/platform/queue";
import { queueSettings } from "@/lib/platform/queue-settings";
import type { WorkerContext } from "../context";
import type { Payload } from "../payloads";

/**
 * Fetches a picture, keeps our own renditions of it, and records its size and colour. A dead picture is
 * recorded as failed and leaves no hole; an unreachable host is asked again by the queue, then given up.
 *
 * @param attempt 0 for the first
 * @throws Error when the queue should try again
 */
export async function fetchPictureOf(payload: Payload<"pictures.fetch">, attempt: number, context: WorkerContext): Promise<void> {
  const media = await findMedia(payload.hash);
  if (!media || media.state === "failed") return;
  if (media.state === "ready" && (await findMediaFile(media.hash, mediaWidths[0]))) return;
  const isLastAttempt = attempt >= queueSettings["pictures.fetch"].retryLimit;
  const made = await makePicture(media.sourceUrl, media.hash, context);
  if (!made.ok && !isLastAttempt) throw new Error(`picture unreachable: ${made.error}`);
  const outcome: PictureOutcome = made.ok ? made.value : { kind: "failed", failure: made.error };
  await recordPicture(media.hash, outcome, context.now());
  await enqueue({ name: "pages.invalidate", data: { articleIds: await listArticlesOfPicture(media.hash) } });
  if (outcome.kind === "failed") context.log.info({ job: "pictures.fetch", hash: media.hash, failure: outcome.failure });
}

async function makePicture(sourceUrl: string, hash: string, context: WorkerContext): Promise<Result<PictureOutcome, string>> {
  const fetched = await context.gate(sourceUrl, () => fetchPicture(sourceUrl, userAgent()));
  if (!fetched.ok) return fetched.error.kind === "gone" ? ok({ kind: "failed", failure: fetched.error.reason }) : err(fetched.error.reason);
  const rendered = await renderPicture(fetched.value);
  if (!rendered.ok) return ok({ kind: "failed", failure: rendered.error.reason });
  for (const file of rendered.value.files) await writeMediaFile(hash, file.width, file.bytes);
  const { width, height, colour } = rendered.value;
  return ok({ kind: "ready", width, height, colour });
}
