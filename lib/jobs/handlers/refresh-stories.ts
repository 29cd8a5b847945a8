import { reapplyPolicies } from "@/lib/articles/policy-store";
import { db, inTransaction } from "@/lib/platform/db";
import { enqueue } from "@/lib/platform/queue";
import { recountLiveStories } from "@/lib/stories/recount-store";
import { listUnassignedLanguages } from "@/lib/stories/store";
import type { WorkerContext } from "../context";

/**
 * The periodic repair: articles follow their publishers' policy of today, live stories are recounted, and
 * languages whose articles slipped past an assignment are assigned.
 */
export async function refreshStories(context: WorkerContext): Promise<void> {
  const reapplied = await reapplyAllPolicies();
  const recounted = await recountLiveStories(context.now());
  for (const language of await listUnassignedLanguages(db)) {
    await enqueue({ name: "stories.assign", data: { language }, key: language });
  }
  await enqueue({ name: "pages.invalidate", data: { tags: ["top", "front"] } });
  context.log.info({ job: "stories.refresh", recounted, reapplied });
}

async function reapplyAllPolicies(): Promise<number> {
  let afterId: number | null = 0;
  let changed = 0;
  while (afterId !== null) {
    const from: number = afterId;
    const { lastId, changedIds } = await inTransaction((tx) => reapplyPolicies(from, tx));
    if (changedIds.length > 0) await enqueue({ name: "pages.invalidate", data: { articleIds: changedIds } });
    changed += changedIds.length;
    afterId = lastId;
  }
  return changed;
}
