/**
 * One set for titles and for full texts, for all languages. Tuned on one half of the labelled sets, reported on the
 * other: `npm run bench -- cluster`.
 */
export const constants = {
  /** The event stands at the beginning of a text; further down come background and other events. */
  bodyWords: 130,
  /** A word of the headline counts so often. */
  headlineTimes: 4,
  /** Repetition counts, but less each time: factor of the logarithm. */
  repetition: 1.2,
  /** What a name within a sentence, and a figure, count beside another word. */
  nameStrength: 1.9,
  figureStrength: 1.45,
  /** An event is told within three days; what comes later is a follow-up. */
  windowMs: 72 * 3_600_000,
  /** Steadies the rarity of terms while few articles are known. */
  steadyArticles: 25,
  /** The least likeness of one story, for a headline of eight terms. */
  joinAt: 0.155,
  /** Longer texts share more by chance: so much more for the longest. */
  joinSlope: 0.11,
  /**
   * Articles of one publisher need so many times as much: it seldom tells an event twice, and its series, its sections
   * and its way of writing headlines make them alike.
   */
  ownTimes: 1.25,
  /** Part of the nearest members in the likeness of a story; the rest is its centroid's. */
  nearestShare: 0.5,
  /** Part of the letters in the likeness of two headlines without text. */
  lettersShare: 0.3,
  /** Stories this like each other are one, for headlines of eight terms. */
  mergeAt: 0.19,
  mergeSlope: 0.46,
  /** Halves of a story that are less like each other than this share of what a merge needs are two stories. */
  splitShare: 0.9,
  /** A likeness falls to 1/e in so many hours without news of a story. */
  fadeHours: 48,
  /** The part of the shorter text that a copy shares with its original. */
  copyAt: 0.55,
};
