import type { Facet, RankCandidate, RankContext, RankedCard, RankTerms, Weights } from "../types";
import { kindCounts, points } from "./constants";
import { freshness } from "./freshness";
import { kindOfFacet } from "./kind-of-facet";
import { roundShares } from "./round-shares";

/** What a card's place is made of. */
export type CandidateScore = Pick<RankedCard, "score" | "terms" | "because">;

/**
 * Scores a card for one reader. Every term is a whole number of points and they sum to the score exactly; `because`
 * names the facets behind the affinity, the strongest first, and sums to it exactly. A figure that is missing or no number
 * counts as nothing.
 */
export function scoreCandidate(candidate: RankCandidate, context: RankContext): CandidateScore {
  const scored = scoreTerms(candidate, context);
  return { ...scored, because: explainAffinity(candidate, context, scored.terms.affinity) };
}

/** As {@link scoreCandidate}, without the reasons: of most candidates nobody will ask for them. */
export function scoreTerms(candidate: RankCandidate, context: RankContext): Omit<CandidateScore, "because"> {
  const { isPersonal, weights } = context;
  const terms: RankTerms = {
    importance: whole(points.importance * unit(candidate.importance)),
    freshness: whole(points.freshness * freshness(context.nowMs - candidate.publishedAtMs)),
    affinity: isPersonal ? whole(points.affinity * Math.tanh(sumOf(listLikings(candidate, weights)))) : 0,
    follow: isPersonal ? scoreFollows(candidate.followed.length) : 0,
    place: isPersonal && context.country !== "" && candidate.country === context.country ? points.place : 0,
    novelty: isPersonal ? whole(points.novelty * unknownShare(candidate, weights)) : 0,
    pick: candidate.isPick ? points.pick : 0,
    fatigue: isPersonal ? whole(-Math.min(points.fatigueMax, points.fatigueEach * Math.max(0, candidate.timesShown - 1))) : 0,
  };
  const score = Object.values(terms).reduce((sum, term) => sum + term, 0);
  return { score, terms };
}

/** The facets behind the points of affinity, as {@link scoreCandidate} gives them. */
export function explainAffinity(
  candidate: RankCandidate,
  { isPersonal, weights }: RankContext,
  affinity: number,
): CandidateScore["because"] {
  if (!isPersonal) return [];
  const parts = listLikings(candidate, weights);
  const sum = sumOf(parts);
  // tanh(sum) / sum is 1 for little and falls as likings add up: every facet gives way alike.
  const each = sum === 0 ? points.affinity : (points.affinity * Math.tanh(sum)) / sum;
  const shares = roundShares(
    affinity,
    parts.map(([, part]) => part * each),
  );
  return parts
    .map(([facet], index): [Facet, number] => [facet, shares[index] ?? 0])
    .filter(([, share]) => share !== 0)
    .sort(([a, one], [b, other]) => Math.abs(other) - Math.abs(one) || (a < b ? -1 : 1));
}

/** How much each facet that is liked or shunned counts. */
function listLikings({ facets }: RankCandidate, weights: Weights): [Facet, number][] {
  const parts: [Facet, number][] = [];
  for (const [facet, strength] of facets) {
    const weight = weights.get(facet);
    if (weight) parts.push([facet, kindCounts[kindOfFacet(facet)] * unit(strength) * liking(weight)]);
  }
  return parts;
}

const sumOf = (parts: readonly (readonly [Facet, number])[]): number => parts.reduce((all, [, part]) => all + part, 0);

/** The root of a weight, with its sign: among many things liked a little, twice the share is not twice the liking. */
const liking = (weight: number): number => Math.sign(weight) * Math.sqrt(Math.min(1, Math.abs(weight)));

const scoreFollows = (count: number): number =>
  count === 0 ? 0 : Math.min(points.followMax, points.follow + (count - 1) * points.followMore);

/** The part of what a card is about of which the reader's profile says nothing, 0 to 1. */
function unknownShare({ facets }: RankCandidate, weights: Weights): number {
  let all = 0;
  let unknown = 0;
  for (const [facet, strength] of facets) {
    all += unit(strength);
    if (!weights.has(facet)) unknown += unit(strength);
  }
  return all === 0 ? 0 : unknown / all;
}

const unit = (value: number): number => Math.min(1, Math.max(0, value || 0));
/** Never -0, which JSON does not keep. */
const whole = (value: number): number => Math.round(value) || 0;
