import type { RankCandidate, RankContext, RankedCard } from "../types";
import { arranging } from "./constants";
import { drawChance } from "./draw-chance";
import { type Arrangement, openArrangement } from "./open-arrangement";
import { type CandidateScore, explainAffinity, scoreTerms } from "./score-candidate";

/** A card with its score, whether it is outside the reader's circle, and what it weighs in a place kept for such. */
type Scored = Omit<CandidateScore, "because"> & { candidate: RankCandidate; isStranger: boolean; drawn: number };

/**
 * Orders a reader's cards, one for each key: the best scored first, but no title or section crowds a run of cards, the
 * first screen tells of several countries where the cards do, and of a reader who has a profile one place in eight shows
 * what lies outside it (chosen by points and by the seed). Where a limit cannot be kept, it is broken least.
 *
 * The order depends on the context and the set of candidates alone, not on their order. Every place is chosen by what stands
 * before it, so ranking the cards of an order again, without those that were left out, gives that order again.
 *
 * @param take how many at most
 */
export function rankForReader(candidates: readonly RankCandidate[], context: RankContext, { take }: { take: number }): RankedCard[] {
  const waiting = scoreOnce(candidates, context);
  const page = openArrangement(context.isPersonal && context.weights.size > 0);
  const order: RankedCard[] = [];
  while (order.length < take) {
    const isOutside = page.isNextOutside();
    const best = chooseNext(waiting, page);
    if (!best) break;
    waiting.splice(waiting.indexOf(best), 1);
    page.place(best.candidate);
    order.push(toCard(best, isOutside && best.isStranger, context));
  }
  return order;
}

/** What stands best in the next place: least ill, then by points less what it crowds, then by the order of the scored. */
function chooseNext(waiting: readonly Scored[], page: Arrangement): Scored | undefined {
  const isOutside = page.isNextOutside();
  const chanceMost = isOutside ? arranging.outsideChance : 0;
  let best: Scored | undefined;
  let least = { faults: Number.POSITIVE_INFINITY, value: 0 };
  for (const each of waiting) {
    // Those that wait stand by score: nothing further down can be worth more than this.
    if (least.faults === 0 && each.score + chanceMost <= least.value) break;
    const faults = page.faultsOf(each.candidate, each.isStranger);
    if (faults > least.faults) continue;
    const value = worthOf(each, isOutside) - page.crowdingOf(each.candidate);
    if (faults === least.faults && value <= least.value) continue;
    best = each;
    least = { faults, value };
  }
  return best;
}

const worthOf = ({ score, drawn }: Scored, isOutside: boolean): number => (isOutside ? drawn : score);

/** Scores the candidates, best first, one for each key. */
function scoreOnce(candidates: readonly RankCandidate[], context: RankContext): Scored[] {
  const scored = candidates.map((candidate): Scored => {
    const score = scoreTerms(candidate, context);
    const isOut = isStranger(candidate, context);
    const drawn = score.score + (isOut ? arranging.outsideChance * drawChance(context.seed, candidate.key) : 0);
    return { ...score, candidate, isStranger: isOut, drawn };
  });
  const seen = new Set<string>();
  return scored.sort(compareScored).filter(({ candidate }) => !seen.has(candidate.key) && seen.add(candidate.key));
}

/** Nothing about it is followed, and no section, topic or author of it is liked. Titles are not asked: one may know them all. */
function isStranger({ followed, facets }: RankCandidate, { weights }: RankContext): boolean {
  return (
    followed.length === 0 && !facets.some(([facet]) => !facet.startsWith("publisher:") && (weights.get(facet) ?? 0) > arranging.strangerMax)
  );
}

const compareScored = (a: Scored, b: Scored): number =>
  b.score - a.score ||
  b.candidate.publishedAtMs - a.candidate.publishedAtMs ||
  (a.candidate.key < b.candidate.key ? -1 : a.candidate.key > b.candidate.key ? 1 : a.candidate.articleId - b.candidate.articleId);

const toCard = ({ candidate, score, terms }: Scored, isOutside: boolean, context: RankContext): RankedCard => ({
  candidate,
  score,
  terms,
  because: explainAffinity(candidate, context, terms.affinity),
  isOutside,
});
