import { actRates } from "./engine/constants";
import { type LearnedWeight, type LearnedWeights, learnWeights } from "./engine/learn-weights";
import type { ProfileWeight } from "./engine/weigh-profile";
import type { Facet } from "./types";

/** "More like this" or "less like this", or one of them taken back. */
export type Taste = { facets: readonly (readonly [Facet, number])[]; taste: "more" | "less"; isUndone: boolean };

/**
 * What is learnt from a reader's word on one article: each of its facets moves by the same part of the way to 1, or to
 * -1, and back by the same step.
 *
 * @returns every weight as of `nowMs`
 */
export function takeTaste(known: LearnedWeights, { facets, taste, isUndone }: Taste, nowMs: number): Map<Facet, LearnedWeight> {
  if (!isUndone) return learnWeights(known, [{ kind: taste, atMs: nowMs, facets, strength: 1 }], nowMs);
  const end = taste === "more" ? 1 : -1;
  const learned = learnWeights(known, [], nowMs);
  for (const [facet, share] of facets) {
    const step = actRates[taste] * Math.min(1, Math.max(0, share));
    const before = ((learned.get(facet)?.learned ?? 0) - step * end) / (1 - step);
    learned.set(facet, { learned: Math.min(1, Math.max(-1, before)), learnedAtMs: nowMs });
  }
  return learned;
}

/** What a profile's acts have taught, without the reader's own words. */
export const learntFrom = (weights: readonly (readonly [Facet, ProfileWeight])[]): LearnedWeights =>
  new Map(weights.map(([facet, { learned, learnedAtMs }]) => [facet, { learned, learnedAtMs }]));
