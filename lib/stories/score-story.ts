import type { ScoreTerms } from "./types";

/** What a story's rank is made of. */
export type StoryFacts = {
  /** Distinct titles that tell it, and those of them with a text of their own. */
  publisherCount: number;
  originalCount: number;
  /** Each title's best place in its own feed, counted from 0; titles whose place is unknown are left out. */
  feedPlaces: readonly number[];
  /** When each title first told it. */
  titleTimes: readonly Date[];
  /** Words of the longest text. */
  wordsMost: number;
  /** Times that readers spent one of their free articles on it, or opened it as a gift. */
  readCount: number;
  isPicked: boolean;
  firstAt: Date;
};

/** Hours of freshness that one point is worth: a story told by eight titles stays up a day longer than one told by one. */
const hoursPerPoint = 8;
/** A pick counts like twice as many titles, once. */
const pickPoints = 1;
/** Titles at the very top of their own feeds are worth at most half as many titles again. */
const placePoints = 0.5;
/** From this place of its own feed on a story counts half. */
const halfPlace = 5;
const growthPoints = 0.5;
const burstMs = 3 * 3_600_000;
/** Half of the time until the last title took it up counts as freshness, up to this many hours. */
const carriedHoursMax = 12;
/** What a copy takes back of the point its title brought. */
const originPoints = 0.5;
const lengthPoints = 0.5;
const wordsEnough = 700;
const readPoints = 0.25;

/**
 * Rank of a story among all others, ever, and each term of it in points. Because every term but `time` follows from
 * what has been published and read, and time only adds, a stored score never decays: newer stories simply start
 * higher, and a story rises when another title takes it up.
 *
 * - titles: log2 of the distinct titles
 * - places: how high those titles put it in their own feeds
 * - growth: log2 of the titles that took it up within its busiest three hours
 * - origin: at most 0; titles that only carry another's text count half
 * - length: how near the longest text comes to 700 words
 * - reads: log2 of what readers spent on it
 * - pick: one point for an editor's choice
 * - time: hours from the Unix epoch to its first report, and half of those until the last title took it up, over eight
 *
 * Source: the time-monotone "hot" rank of Reddit (log of votes plus epoch over a constant), with titles for votes;
 * constants in docs/decisions/021-stories-kept.md.
 */
export function scoreStory(facts: StoryFacts): { score: number; terms: ScoreTerms } {
  const titles = Math.max(1, facts.publisherCount);
  const originals = Math.min(titles, Math.max(0, facts.originalCount));
  const terms: ScoreTerms = {
    titles: Math.log2(titles),
    places: placePoints * Math.log2(1 + facts.feedPlaces.reduce((sum, place) => sum + halfPlace / (halfPlace + place), 0)),
    growth: growthPoints * Math.log2(Math.max(1, countBurst(facts.titleTimes))),
    origin: originPoints * (Math.log2(1 + originals) - Math.log2(1 + titles)),
    length: lengthPoints * Math.min(1, facts.wordsMost / wordsEnough),
    reads: readPoints * Math.log2(1 + facts.readCount),
    pick: facts.isPicked ? pickPoints : 0,
    time: (facts.firstAt.getTime() / 3_600_000 + carriedHours(facts)) / hoursPerPoint,
  };
  return { score: Object.values(terms).reduce((sum, points) => sum + points, 0), terms };
}

/** The most titles that took it up within three hours. */
function countBurst(times: readonly Date[]): number {
  const sorted = times.map((time) => time.getTime()).sort((a, b) => a - b);
  let from = 0;
  let most = 0;
  for (const [index, time] of sorted.entries()) {
    while (time - (sorted[from] ?? time) > burstMs) from += 1;
    most = Math.max(most, index - from + 1);
  }
  return most;
}

function carriedHours({ titleTimes, firstAt }: StoryFacts): number {
  const lastMs = titleTimes.reduce((latest, time) => Math.max(latest, time.getTime()), firstAt.getTime());
  return Math.min(carriedHoursMax, (lastMs - firstAt.getTime()) / 3_600_000 / 2);
}
