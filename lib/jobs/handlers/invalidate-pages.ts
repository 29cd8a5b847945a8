import { listArticlePlaces } from "@/lib/articles/tag-store";
import { revalidateTags } from "@/lib/platform/revalidate";
import type { WorkerContext } from "../context";
import { pageTags } from "../page-tags";
import type { Payload } from "../payloads";

/**
 * Tells the web which pages are out of date: one call for all jobs that came together.
 *
 * @throws Error when the web did not take it, so that the queue tries again
 */
export async function invalidatePages(jobs: readonly Payload<"pages.invalidate">[], context: WorkerContext): Promise<void> {
  const ids = [...new Set(jobs.flatMap((job) => job.articleIds))];
  const tags = new Set([...jobs.flatMap((job) => job.tags), ...pageTags(await listArticlePlaces(ids))]);
  if (tags.size === 0) return;
  const sent = await revalidateTags(context.webOrigin, [...tags]);
  if (sent.ok) {
    context.log.debug({ job: "pages.invalidate", tags: tags.size });
    return;
  }
  if (sent.error.kind !== "not-configured") throw new Error(`pages were not invalidated: ${sent.error.kind}`);
}
