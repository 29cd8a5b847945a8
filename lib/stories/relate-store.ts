import { inTransaction } from "@/lib/platform/db";
import { refreshLinks } from "./link-store";
import { refreshNovelty } from "./novelty-store";
import { refreshRelated } from "./related-store";

/** A round holds its rows for less than a few seconds. */
const roundMax = 100;
/** Stories that a new one turned out to follow or precede get their lists made anew as well. */
const tiedMax = 50;

/**
 * Brings everything that is made ahead of reading up to date for stories that changed: what they are linked with, what
 * to read after each of their articles, what each article adds. Those they are now linked with follow.
 *
 * @returns articles and stories whose pages show something else now
 */
export async function relateStories(storyIds: readonly number[], now: Date): Promise<{ articleIds: number[]; storyIds: number[] }> {
  const articleIds = new Set<number>();
  const changedStories = new Set(storyIds);
  for (let from = 0; from < storyIds.length; from += roundMax) {
    const round = storyIds.slice(from, from + roundMax);
    await inTransaction(async (tx) => {
      const ties = await refreshLinks(round, tx);
      const linked = [...ties.values()].flat().filter(({ kind }) => kind !== "near" && kind !== "language");
      const others = [...new Set(linked.map(({ toId }) => toId))].filter((id) => !round.includes(id)).slice(0, tiedMax);
      for (const id of others) changedStories.add(id);
      const all = new Map([...ties, ...(await refreshLinks(others, tx))]);
      for (const id of await refreshRelated([...round, ...others], all, now, tx)) articleIds.add(id);
      for (const id of await refreshNovelty(round, tx)) articleIds.add(id);
    });
  }
  return { articleIds: [...articleIds], storyIds: [...changedStories] };
}
