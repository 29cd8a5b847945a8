import type { RelatedReason } from "./types";

/** An article of the same story. */
export type Fellow = { id: number; publisherId: number; isCopy: boolean; publishedAt: Date };

/** Another story's article that stands for it. */
export type Neighbour = { storyId: number; leadArticleId: number; reason: Exclude<RelatedReason, "story"> };

export type RelatedEntry = { id: number; reason: RelatedReason };

const relatedMax = 12;
/** Other titles on the same story fill at most this many places: the list is for reading on. */
const fellowsMax = 6;
const reasonOrder: Record<Neighbour["reason"], number> = { earlier: 0, later: 0, near: 1, section: 2 };

/**
 * What to read after an article: other titles on the same story, texts of their own before copies and newer before older, one a
 * title; then what led to it or followed, what is like it, and what is new in its section. No story twice, never itself.
 *
 * @param fellows all articles of its story
 * @param neighbours likest first within each reason
 * @returns at most twelve, best first
 */
export function composeRelated(
  article: { id: number; publisherId: number; storyId: number },
  fellows: readonly Fellow[],
  neighbours: readonly Neighbour[],
): RelatedEntry[] {
  const titles = new Set([article.publisherId]);
  const same = [...fellows]
    .filter((fellow) => fellow.id !== article.id)
    .sort((a, b) => Number(a.isCopy) - Number(b.isCopy) || b.publishedAt.getTime() - a.publishedAt.getTime() || b.id - a.id)
    .filter(({ publisherId }) => !titles.has(publisherId) && titles.add(publisherId))
    .slice(0, fellowsMax);
  const stories = new Set([article.storyId]);
  const others = [...neighbours]
    .sort((a, b) => reasonOrder[a.reason] - reasonOrder[b.reason])
    .filter(({ storyId, leadArticleId }) => leadArticleId !== article.id && !stories.has(storyId) && stories.add(storyId));
  return [
    ...same.map(({ id }): RelatedEntry => ({ id, reason: "story" })),
    ...others.map(({ leadArticleId, reason }): RelatedEntry => ({ id: leadArticleId, reason })),
  ].slice(0, relatedMax);
}
