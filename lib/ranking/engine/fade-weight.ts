import type { FacetKind } from "../types";
import { halfLifeMs } from "./constants";

/**
 * What is left of a learnt weight: it halves with each half-life of its kind. A clock that ran backwards fades nothing.
 *
 * @param learned -1 to 1, as of `learnedAtMs`
 */
export function fadeWeight(learned: number, learnedAtMs: number, nowMs: number, kind: FacetKind): number {
  return learned * 2 ** (-Math.max(0, nowMs - learnedAtMs) / halfLifeMs(kind));
}
