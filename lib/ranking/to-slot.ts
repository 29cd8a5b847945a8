import type { RankedCard } from "./types";

/** A card of a kept order, as far as a page needs it. */
export type OrderSlot = { articleId: number; isOutside: boolean; isFollowed: boolean; publishedAtMs: number };

/** A card of an order that was just made, as the store would hand it back. */
export const toSlot = ({ candidate, isOutside }: RankedCard): OrderSlot => ({
  articleId: candidate.articleId,
  isOutside,
  isFollowed: candidate.followed.length > 0,
  publishedAtMs: candidate.publishedAtMs,
});
