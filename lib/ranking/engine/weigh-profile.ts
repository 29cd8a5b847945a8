import type { Facet, Weights } from "../types";
import { fadeWeight } from "./fade-weight";
import { kindOfFacet } from "./kind-of-facet";
import type { LearnedWeight } from "./learn-weights";

/** One weight of a reader's profile: what was learnt, and the reader's own word, -1 to 1, null where there is none. */
export type ProfileWeight = LearnedWeight & { chosen: number | null };

/** The weights that an order is made with: the reader's own word where there is one, else what was learnt, faded to `nowMs`. */
export function weighProfile(profile: Iterable<readonly [Facet, ProfileWeight]>, nowMs: number): Weights {
  const weights = new Map<Facet, number>();
  for (const [facet, { chosen, learned, learnedAtMs }] of profile) {
    weights.set(facet, chosen ?? fadeWeight(learned, learnedAtMs, nowMs, kindOfFacet(facet)));
  }
  return weights;
}
