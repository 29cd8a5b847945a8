import type { Facet, FacetKind, ReaderSignal } from "../types";
import { actRates, weightMin } from "./constants";
import { fadeWeight } from "./fade-weight";
import { kindOfFacet } from "./kind-of-facet";

/** What reading has taught of one facet, -1 to 1, as it stood at an instant. */
export type LearnedWeight = { learned: number; learnedAtMs: number };
export type LearnedWeights = ReadonlyMap<Facet, LearnedWeight>;

/** Acts that say something of their own facets alone, and towards which end. The others are reads: a share of all reading. */
const verdicts: Partial<Record<ReaderSignal["kind"], 1 | -1>> = { followed: 1, more: 1, less: -1, skipped: -1 };

/** A weight while it is being learnt: what it was after so many reads of its kind. */
type Moving = LearnedWeight & { reads: number };

/** Sums of ln(1 - rate) over the reads of each kind so far: a weight not touched by a read falls by the difference. */
type Tally = Partial<Record<FacetKind, number>>;

/**
 * Learns from a reader's acts. A weight that only reads have moved is about the share of the last thirty or so reads
 * that were of its facet: each read draws its own facets up, and the liked ones of the same kinds that it lacks down.
 * Verdicts (followed, more, less, skipped) draw their own facets alone towards 1 or -1. Between acts weights
 * halve with the half-lives of their kinds. Learning in one go or in parts, in the order of time, comes to the same.
 *
 * @param known all that this reader's acts have taught so far; chosen weights are not asked here, they win over these later
 * @param signals in any order; equal instants keep the order given
 * @returns every weight as of `nowMs` (or of the last signal, should that be later), within -1 and 1; those near nothing are left out
 */
export function learnWeights(known: LearnedWeights, signals: readonly ReaderSignal[], nowMs: number): Map<Facet, LearnedWeight> {
  const moving = new Map<Facet, Moving>();
  for (const [facet, weight] of known) moving.set(facet, { ...weight, reads: 0 });
  const tally: Tally = {};
  const inOrder = signals.toSorted((a, b) => a.atMs - b.atMs);
  for (const signal of inOrder) {
    if (signal.kind in verdicts) takeVerdict(signal, moving, tally);
    else takeRead(signal, moving, tally);
  }
  const endMs = Math.max(nowMs, inOrder.at(-1)?.atMs ?? nowMs);
  const learned = new Map<Facet, LearnedWeight>();
  for (const [facet, weight] of moving) {
    const value = presentValue(weight, kindOfFacet(facet), tally, endMs);
    if (Math.abs(value) >= weightMin) learned.set(facet, { learned: clamp(value), learnedAtMs: endMs });
  }
  return learned;
}

function takeVerdict({ kind, atMs, facets, strength }: ReaderSignal, moving: Map<Facet, Moving>, tally: Tally): void {
  const end = verdicts[kind] ?? 1;
  for (const [facet, share] of facets) {
    const facetKind = kindOfFacet(facet);
    const before = valueBefore(moving.get(facet), facetKind, tally, atMs);
    const learned = before + actRates[kind] * unit(strength) * unit(share) * (end - before);
    moving.set(facet, { learned, learnedAtMs: atMs, reads: tally[facetKind] ?? 0 });
  }
}

function takeRead({ kind, atMs, facets, strength }: ReaderSignal, moving: Map<Facet, Moving>, tally: Tally): void {
  const rate = actRates[kind] * unit(strength);
  const touched = facets.map(([facet, share]) => {
    const facetKind = kindOfFacet(facet);
    return { facet, facetKind, share: unit(share), before: valueBefore(moving.get(facet), facetKind, tally, atMs) };
  });
  for (const facetKind of new Set(touched.map((each) => each.facetKind))) tally[facetKind] = (tally[facetKind] ?? 0) + Math.log1p(-rate);
  for (const { facet, facetKind, share, before } of touched) {
    const learned = before + rate * (share - before);
    moving.set(facet, { learned, learnedAtMs: atMs, reads: tally[facetKind] ?? 0 });
  }
}

const valueBefore = (weight: Moving | undefined, kind: FacetKind, tally: Tally, atMs: number): number =>
  weight ? presentValue(weight, kind, tally, atMs) : 0;

/** Faded by time and, where it is a liking, by the reads of its kind since. A dislike is not read away elsewhere. */
function presentValue({ learned, learnedAtMs, reads }: Moving, kind: FacetKind, tally: Tally, atMs: number): number {
  const faded = fadeWeight(learned, learnedAtMs, atMs, kind);
  return faded > 0 ? faded * Math.exp((tally[kind] ?? 0) - reads) : faded;
}

const unit = (value: number): number => Math.min(1, Math.max(0, value || 0));
const clamp = (value: number): number => Math.min(1, Math.max(-1, value));
