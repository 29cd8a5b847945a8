/** What a story's rank is made of. */
export type StoryFacts = { publisherCount: number; pickCount: number; firstAt: Date };

/** The score and each of its terms, in points: an editor may ask why. */
export type StoryScore = { score: number; coverage: number; picks: number; time: number };

/** Hours of freshness that one doubling of titles is worth: a story told by eight titles stays up a day longer. */
const hoursPerPoint = 8;
/** A pick counts like twice as many titles, once. */
const pickPoints = 1;

/**
 * Rank of a story among all others, ever: log2 of the distinct titles that tell it, a bonus for a pick, and
 * the hours from the Unix epoch to its first report over eight. Because time only adds, a stored score never
 * decays: newer stories simply start higher, and a story rises when another title takes it up.
 *
 * Source: the time-monotone "hot" rank of Reddit (log of votes plus epoch over a constant), with titles for votes.
 */
export function scoreStory(facts: StoryFacts): StoryScore {
  const coverage = Math.log2(Math.max(1, facts.publisherCount));
  const picks = facts.pickCount > 0 ? pickPoints : 0;
  const time = facts.firstAt.getTime() / 3_600_000 / hoursPerPoint;
  return { score: coverage + picks + time, coverage, picks, time };
}
