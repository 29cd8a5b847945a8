import type { CardLock } from "@/lib/articles/types";
import type { Novelty } from "@/lib/stories/types";

/** A number with its noun: "1 title", "24 titles". */
export const counted = (count: number, one: string, many: string): string => `${count}\u00a0${count === 1 ? one : many}`;

/** How much more an article alone says, after the one sentence that is shown; null for no more. */
export function additionWords({ publicSentences, gatedCount }: Novelty, lock: CardLock): string | null {
  const more = Math.max(0, publicSentences.length - 1) + gatedCount;
  if (more === 0) return null;
  const where = lock === "open" || lock === "free" ? "in the article" : "in the full text";
  const what = publicSentences.length === 0 ? counted(more, "sentence", "sentences") : `${more}\u00a0more`;
  return publicSentences.length === 0 ? `${what} ${where}.` : `And ${what} ${where}.`;
}

/** "headline by The Harbour Post, chosen because it names most of what the others name and says it plainly". */
export const headlineWords = (reason: string): string => (reason === "" ? "." : `, chosen because ${reason}.`);
