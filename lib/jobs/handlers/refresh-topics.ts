import { addMs, dayMs } from "@/lib/core/clock";
import { enqueue } from "@/lib/platform/queue";
import { windowDays } from "@/lib/topics/choose-topic";
import { dropOldMentions, listUnmentioning } from "@/lib/topics/mention-store";
import { recountAllTopics } from "@/lib/topics/tag-store";
import type { WorkerContext } from "../context";

/** The hourly repair: names of the last 14 days alone are kept and counted, and articles that slipped past a tagging are tagged. */
export async function refreshTopics(context: Pick<WorkerContext, "log" | "now">): Promise<void> {
  const since = addMs(context.now(), -windowDays * dayMs);
  const dropped = await dropOldMentions(since);
  const recounted = await recountAllTopics(since);
  const articleIds = await listUnmentioning(since);
  if (articleIds.length > 0) await enqueue({ name: "topics.tag", data: { articleIds } });
  if (recounted > 0) await enqueue({ name: "pages.invalidate", data: { tags: ["topics"] } });
  context.log.info({ job: "topics.refresh", dropped, recounted, untagged: articleIds.length });
}
