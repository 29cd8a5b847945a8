/** An article as clustering sees it: its terms, when it appeared, and the story it is in (null for none yet). */
export type StoryMember = { id: number; storyId: number | null; terms: readonly string[]; publishedAtMs: number };

export type StoryChoice = { kind: "join"; storyId: number; score: number } | { kind: "open" };

/** How rare a term is in the window: its weight, greater than 0. */
export type TermWeight = (term: string) => number;

/** An event is told within three days; what comes later is a follow-up. */
export const windowMs = 72 * 3_600_000;

/**
 * The least likeness of one story. On the bundled newsroom's English articles pairs of different events stay
 * below .11; .15 joins 85 % of the pairs of one event and none of two (tests/unit/stories/newsroom-stories.test.ts).
 */
const joinScoreMin = 0.15;

/** A story is as like as its nearest members on average: one bridge is not enough, and no long tail drags it down. */
const nearestMembers = 2;

/**
 * Chooses the story of an article among its language's articles of the last 72 hours (either side).
 * Likeness of two articles is the cosine of their terms weighted by rarity; a story's is the mean over its
 * two nearest members. Ties go to the older story.
 *
 * @param candidates articles already in a story; those outside the window or without one are passed over
 */
export function chooseStory(article: StoryMember, candidates: readonly StoryMember[], weight: TermWeight): StoryChoice {
  const own = new Set(article.terms);
  const ownSquares = squares(own, weight);
  const likenessOf = new Map<number, number[]>();
  for (const candidate of candidates) {
    if (candidate.storyId === null || candidate.id === article.id || !isNear(article, candidate)) continue;
    const likeness = cosine(own, ownSquares, candidate.terms, weight);
    const values = likenessOf.get(candidate.storyId);
    if (values) values.push(likeness);
    else likenessOf.set(candidate.storyId, [likeness]);
  }
  const ranked = [...likenessOf]
    .map(([storyId, values]) => ({ storyId, score: meanOfNearest(values) }))
    .sort((a, b) => b.score - a.score || a.storyId - b.storyId);
  const best = ranked[0];
  return best && best.score >= joinScoreMin ? { kind: "join", ...best } : { kind: "open" };
}

const isNear = (a: StoryMember, b: StoryMember): boolean => Math.abs(a.publishedAtMs - b.publishedAtMs) <= windowMs;

function cosine(own: ReadonlySet<string>, ownSquares: number, other: readonly string[], weight: TermWeight): number {
  let shared = 0;
  for (const term of other) if (own.has(term)) shared += weight(term) ** 2;
  if (shared === 0) return 0;
  return shared / Math.sqrt(ownSquares * squares(other, weight));
}

function squares(terms: Iterable<string>, weight: TermWeight): number {
  let sum = 0;
  for (const term of terms) sum += weight(term) ** 2;
  return sum;
}

function meanOfNearest(values: number[]): number {
  const nearest = values.sort((a, b) => b - a).slice(0, nearestMembers);
  return nearest.reduce((sum, value) => sum + value, 0) / nearest.length;
}
