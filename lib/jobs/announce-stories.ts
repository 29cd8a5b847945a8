import { enqueue } from "@/lib/platform/queue";
import { relateStories } from "@/lib/stories/relate-store";
import { storyInvalidations } from "./page-tags";

/** Lists of top stories are made once for what comes in the meantime. */
const rankDelaySec = 5;

/**
 * What follows when stories of a language changed: everything made ahead of reading is made anew, pages are drawn
 * again, and the lists of top stories are arranged.
 *
 * @param changed articles that have another story now, and the stories that lost or won any
 */
export async function announceStories(
  language: string,
  changed: { articleIds: readonly number[]; storyIds: readonly number[] },
  now: Date,
): Promise<void> {
  if (changed.storyIds.length === 0) return;
  const related = await relateStories(changed.storyIds, now);
  const articleIds = [...new Set([...changed.articleIds, ...related.articleIds])];
  for (const data of storyInvalidations(articleIds, related.storyIds)) await enqueue({ name: "pages.invalidate", data });
  await enqueue({ name: "stories.rank", data: { language }, key: language, delaySec: rankDelaySec });
}
