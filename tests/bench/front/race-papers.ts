import { median } from "../_bed/median";
import type { FrontFigures } from "./load-types";
import type { Paper } from "./open-paper";

/** How long each part is measured, in seconds. */
export type FrontPace = { warmSec: number; saturationSec: number; steadySec: number; rounds: number };

const loadShare = 0.7;
const p99MaxMs = 150;

/**
 * Measures papers in turns, round by round: a machine's speed changes over minutes, and so it changes for all of them.
 *
 * @returns each paper's p99 in ms at 70% of its saturation, of its median round
 */
export async function racePapers(papers: readonly Paper[], { warmSec, saturationSec, steadySec, rounds }: FrontPace): Promise<number[]> {
  const runs = papers.map((paper) => ({ paper, saturations: [] as FrontFigures[], steady: [] as FrontFigures[] }));
  for (const { ask } of papers) await ask(null, warmSec);
  for (let round = 0; round < rounds; round += 1) {
    for (const { paper, saturations, steady } of runs) {
      saturations.push(await paper.ask(null, saturationSec));
      steady.push(await paper.ask(medianOf(saturations, "requestsPerSec") * loadShare, steadySec));
    }
  }
  return runs.map(({ paper: { line }, saturations, steady }) => {
    const faults = [...saturations, ...steady].reduce((sum, figures) => sum + figures.faults, 0);
    line({ metric: "faults", value: faults, unit: "answers", bar: 0, better: "lower" });
    line({ metric: "saturation", value: medianOf(saturations, "requestsPerSec"), unit: "requests/s" });
    line({ metric: "p99 at saturation", value: medianOf(saturations, "p99Ms"), unit: "ms" });
    line({ metric: "p50 at 70%", value: medianOf(steady, "p50Ms"), unit: "ms" });
    line({ metric: "p99 of first visits at 70%", value: medianOf(steady, "coldP99Ms"), unit: "ms" });
    line({ metric: "p99 at 70%, best round", value: round(Math.min(...steady.map(({ p99Ms }) => p99Ms))), unit: "ms" });
    line({ metric: "p99 at 70%, worst round", value: round(Math.max(...steady.map(({ p99Ms }) => p99Ms))), unit: "ms" });
    const p99Ms = medianOf(steady, "p99Ms");
    line({ metric: "p99 at 70%", value: p99Ms, unit: "ms", bar: p99MaxMs, better: "lower" });
    return p99Ms;
  });
}

function medianOf(figures: readonly FrontFigures[], name: "requestsPerSec" | "p50Ms" | "p99Ms" | "coldP99Ms"): number {
  return round(median(figures.map((each) => each[name])));
}

const round = (value: number): number => Math.round(value * 10) / 10;
