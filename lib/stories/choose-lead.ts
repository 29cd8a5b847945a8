/** What of a story's articles decides which one stands for it. */
export type LeadCandidate = { id: number; hasPicture: boolean; wordCount: number; publishedAt: Date };

/** Beyond this length more words do not make a better lead. */
const wordsEnough = 700;

/**
 * The article that stands for its story on lists: one with a picture before one without, then the fuller
 * text, then the newer, then the later stored.
 *
 * @returns null for no candidates
 */
export function chooseLead<T extends LeadCandidate>(candidates: readonly T[]): T | null {
  const ranked = [...candidates].sort(
    (a, b) =>
      Number(b.hasPicture) - Number(a.hasPicture) ||
      Math.min(b.wordCount, wordsEnough) - Math.min(a.wordCount, wordsEnough) ||
      b.publishedAt.getTime() - a.publishedAt.getTime() ||
      b.id - a.id,
  );
  return ranked[0] ?? null;
}
