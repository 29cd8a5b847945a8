import { articleWeightMax, readingSecMin, unmeasuredReading, wholeReading, wholeTimeShare, wordsPerMinute } from "./terms";
import type { ReadFact, WeighedRead } from "./types";

/**
 * A member's reads of a month with what each counts, in thousandths of a whole reading; those that count nothing are
 * left out. Completion is the lesser of depth and time, so that neither scrolling through nor leaving a page open is
 * reading. What others read by the member's gift counts with it, the whole is capped for each article, and "not worth
 * it" takes all of it back.
 *
 * @returns in the order of the articles' ids
 */
export function weighReads(facts: readonly ReadFact[]): WeighedRead[] {
  return facts
    .map((fact) => ({ ...pick(fact), weight: weightOf(fact) }))
    .filter(({ weight }) => weight > 0)
    .sort((one, other) => one.articleId - other.articleId);
}

const pick = ({ articleId, publisherId, depth, activeSec, giftOpens }: ReadFact) => ({
  articleId,
  publisherId,
  depth,
  activeSec,
  giftOpens,
});

/** What one article counts of one member's month, in thousandths of a whole reading: 0 to {@link articleWeightMax}. */
export function weightOf(fact: ReadFact): number {
  if (fact.isTakenBack) return 0;
  return Math.min(articleWeightMax, completionOf(fact) + fact.giftOpens * wholeReading);
}

function completionOf({ wordCount, depth, activeSec, isReadThrough }: ReadFact): number {
  const wholeSec = Math.max(readingSecMin, (wordCount / wordsPerMinute) * 60 * wholeTimeShare);
  const measured = Math.min(depth / 100, activeSec / wholeSec, 1);
  return Math.max(Math.floor(Math.max(0, measured) * wholeReading), isReadThrough ? unmeasuredReading : 0);
}
