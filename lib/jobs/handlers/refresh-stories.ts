import { reapplyPolicies } from "@/lib/articles/policy-store";
import { db, inTransaction } from "@/lib/platform/db";
import { enqueue } from "@/lib/platform/queue";
import { recountLiveStories } from "@/lib/stories/recount-store";
import { relateStories } from "@/lib/stories/relate-store";
import { listStoriesToRelate } from "@/lib/stories/related-store";
import { listUnassignedLanguages } from "@/lib/stories/store";
import { listLiveLanguages } from "@/lib/stories/top-store";
import type { WorkerContext } from "../context";

/** Articles this old still get a list of what to read next made anew where it came out short. */
const relateDays = 3;
/** A short list is worth another look after this long. */
const relateAgainMs = 15 * 60_000;
const relateMax = 500;

/**
 * The periodic repair: articles follow their publishers' policy of today, live stories are recounted, lists made ahead
 * that are missing or short are made, and languages whose articles slipped past an assignment are assigned.
 */
export async function refreshStories(context: WorkerContext): Promise<void> {
  const now = context.now();
  const reapplied = await reapplyAllPolicies();
  const recounted = await recountLiveStories(now);
  const since = new Date(now.getTime() - relateDays * 86_400_000);
  const madeBefore = new Date(now.getTime() - relateAgainMs);
  await relateStories(await listStoriesToRelate({ since, madeBefore, take: relateMax }), now);
  for (const language of await listUnassignedLanguages(db)) {
    await enqueue({ name: "stories.assign", data: { language }, key: language });
  }
  for (const language of await listLiveLanguages(since)) {
    await enqueue({ name: "stories.rank", data: { language }, key: language });
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
