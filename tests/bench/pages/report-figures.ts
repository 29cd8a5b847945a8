import { median } from "../_bed/median";
import type { Report } from "../types";
import type { Round, Rounds } from "./measure";

/** What one of our pages is measured against, and the least it must reach of it. */
export type Comparison = { metric: string; ours: string; base: string; bar?: number };

const connectionsCompared = 16;

/** Prints every subject's medians. */
export function reportRounds(rounds: Rounds, report: Report): void {
  for (const [name, byConnections] of rounds) {
    for (const [connections, list] of Object.entries(byConnections)) {
      const line = (metric: string, value: number, unit: string) =>
        report({ metric: `${name}_c${connections}_${metric}`, value: round(value), unit });
      line("requests_per_sec", median(list.map((each) => each.requestsPerSec)), "requests/s");
      line("p50", median(list.map((each) => each.p50Ms)), "ms");
      line("p99", median(list.map((each) => each.p99Ms)), "ms");
      const cpu = list.flatMap(({ cpuMsPerRequest }) => cpuMsPerRequest ?? []);
      if (cpu.length > 0) line("cpu", median(cpu), "ms CPU/request");
    }
  }
}

/**
 * Prints how much of its base each of our pages reaches at 16 connections, in requests/s, and in requests per CPU second
 * where the system tells, which a busy machine disturbs less. Each is the median of the rounds' own ratios, since a
 * round's two figures were taken within seconds of each other.
 */
export function reportComparisons(rounds: Rounds, comparisons: readonly Comparison[], report: Report): void {
  for (const { metric, ours, base, bar } of comparisons) {
    const pairs = roundsOf(rounds, ours).flatMap((mine, index) => {
      const theirs = roundsOf(rounds, base)[index];
      return theirs ? [{ mine, theirs }] : [];
    });
    const ratios = pairs.map(({ mine, theirs }) => mine.requestsPerSec / theirs.requestsPerSec);
    report({ metric, value: round(median(ratios)), unit: "of base", bar, better: "higher" });
    const byCpu = pairs.flatMap(({ mine, theirs }) =>
      mine.cpuMsPerRequest && theirs.cpuMsPerRequest ? theirs.cpuMsPerRequest / mine.cpuMsPerRequest : [],
    );
    if (byCpu.length > 0) report({ metric: `${metric}_by_cpu`, value: round(median(byCpu)), unit: "of base" });
  }
}

const roundsOf = (rounds: Rounds, name: string): Round[] => rounds.get(name)?.[connectionsCompared] ?? [];

/** Three significant digits: more than a shared machine can repeat. */
const round = (value: number): number => Number(value.toPrecision(3));
