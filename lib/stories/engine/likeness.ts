import { constants } from "./constants";

const hourMs = 3_600_000;
/** Terms of a headline without text; the thresholds of longer ones rise from here. */
const headlineTerms = 8;
/** From so many terms on a likeness of letters says nothing that the words do not say better. */
const textTerms = 20;

/**
 * The likeness that an article needs to join a story: longer texts share more words by chance, and articles of one
 * publisher by habit.
 *
 * @param terms how many terms the article has
 * @param isOwn whether it is its own publisher's articles that it would join
 */
export const neededToJoin = (terms: number, isOwn: boolean): number => ofOwn(constants.joinAt + constants.joinSlope * growth(terms), isOwn);

/**
 * The likeness of two stories that are one.
 *
 * @param terms how many terms their articles have on average
 * @param isOwn whether one publisher tells both, and nobody else either
 */
export const neededToMerge = (terms: number, isOwn: boolean): number =>
  ofOwn(constants.mergeAt + constants.mergeSlope * growth(terms), isOwn);

const ofOwn = (needed: number, isOwn: boolean): number => (isOwn ? needed * constants.ownTimes : needed);

/** What a likeness is worth after so many milliseconds without news of a story: 1 at once, 1/e after two days. */
export const fade = (gapMs: number): number => Math.exp(-Math.max(0, gapMs) / (constants.fadeHours * hourMs));

/**
 * The likeness of two articles from that of their words and, where at least one is no more than a headline, of the
 * headlines' letters. Each 0 to 1.
 */
export function mixLetters(words: number, letters: number, terms: number): number {
  const share = constants.lettersShare * Math.max(0, Math.min(1, (textTerms - terms) / (textTerms - headlineTerms)));
  return (1 - share) * words + share * letters;
}

/** The likeness to a story from that to its centroid and the mean of that to its two nearest members; each 0 to 1. */
export const mixNearest = (centroid: number, nearest: number): number =>
  (1 - constants.nearestShare) * centroid + constants.nearestShare * nearest;

/** How much longer than a headline a text is: 0 for one, towards 1 for the longest. */
const growth = (terms: number): number => 1 - headlineTerms / Math.max(headlineTerms, terms);
