import type { Report } from "../types";
import { jaccardOfPair, openPairCosine } from "./baselines";
import { isTuned } from "./halves";
import { openPairLikeness } from "./likeness-of-pair";
import { areaUnderCurve, correlate, type ScoredPair } from "./score-pairs";
import type { LabelledPair, PairSide } from "./types";

/** Labelled pairs, what is measured on them, and the least that it must be. */
export type MeasuredPairs = { name: string; pairs: readonly LabelledPair[]; measure: "AUC" | "Pearson"; bar: number };

type Likeness = (a: PairSide, b: PairSide) => number;

/** Reports one set of pairs: the engine's likeness on the whole and on each half, and the two baselines'. */
export function measurePairs({ name, pairs, measure, bar }: MeasuredPairs, report: Report): void {
  const line = (what: string, value: number, needed?: number): void =>
    report({
      metric: `${name}: ${measure}${what}`,
      value: round(value),
      unit: "share",
      ...(needed === undefined ? {} : { bar: round(needed) }),
    });
  const sides = pairs.flatMap(({ a, b }) => [a, b]);
  const ours = openPairLikeness(sides);
  const [jaccard, cosine] = [scoreWith(jaccardOfPair, pairs, measure), scoreWith(openPairCosine(sides), pairs, measure)];
  line("", scoreWith(ours, pairs, measure), Math.max(bar, jaccard, cosine));
  line(" of title-Jaccard", jaccard);
  line(" of plain TF-IDF", cosine);
  for (const [group, own] of Map.groupBy(pairs, (pair) => pair.group)) if (group !== "") line(` (${group})`, scoreWith(ours, own, measure));
  for (const [half, tuned] of [
    ["tuned on", true],
    ["held out", false],
  ] as const) {
    const own = pairs.filter(({ a, b }) => isTuned(a.title + b.title) === tuned);
    const likeness = openPairLikeness(own.flatMap(({ a, b }) => [a, b]));
    line(`, half ${half}`, scoreWith(likeness, own, measure));
  }
}

/** AUC of all pairs; Pearson's correlation as the mean of the groups', whose scales differ. */
function scoreWith(likeness: Likeness, pairs: readonly LabelledPair[], measure: MeasuredPairs["measure"]): number {
  const scored = (list: readonly LabelledPair[]): ScoredPair[] => list.map(({ a, b, truth }) => ({ truth, score: likeness(a, b) }));
  if (measure === "AUC") return areaUnderCurve(scored(pairs));
  const groups = [...Map.groupBy(pairs, ({ group }) => group).values()];
  return groups.reduce((sum, group) => sum + correlate(scored(group)), 0) / groups.length;
}

const round = (value: number): number => Math.round(value * 1_000) / 1_000;
