import type { ArticleHistory } from "@/lib/articles/types";

/** How often an article changed, in a few words; null where nothing but typography did. */
export function historyWords({ headlineChanges, materialChanges }: ArticleHistory): string | null {
  if (headlineChanges > 0) return `Headline changed ${timesWords(headlineChanges)}`;
  return materialChanges > 0 ? `Changed ${timesWords(materialChanges)}` : null;
}

const timesWords = (count: number): string => (count === 1 ? "once" : count === 2 ? "twice" : `${count}\u00a0times`);
