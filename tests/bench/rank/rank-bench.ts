import { execFile } from "node:child_process";
import { performance } from "node:perf_hooks";
import type { Bench, Report } from "../types";
import { baselines } from "./baselines";
import { habitualPublic } from "./habitual-public";
import { measureDiversity } from "./measure-diversity";
import { type OurAnswer, readAnswers, runOurs, toLines } from "./run-ours";
import { scanningPublic } from "./scanning-public";
import { meanScores, type RankingScore, rankingMetrics, scoreRanking } from "./score-ranking";
import { tastefulPublic } from "./tasteful-public";
import type { Occasion, PublicModel } from "./types";

/**
 * Constants were tuned on the first model with the seeds 1 to 3. The second was kept apart until two faults of principle showed there
 * (the decision note says which); it has set no constant by search. The third was written last, and nothing was changed after it.
 */
const models: PublicModel[] = [tastefulPublic, scanningPublic, habitualPublic];

/** So many that what is left to chance is small beside the differences: each public of a seed is some hundred occasions only. */
const seeds = Array.from({ length: 20 }, (_, index) => 11 + index);

export const bench: Bench = {
  name: "rank",
  title: "Orders for one reader on three simulated publics, beside five baselines",
  run: async (report) => {
    for (const model of models) await measureModel(model, report);
    await compareProcess(tastefulPublic.simulate(1).slice(0, 300), report);
  },
};

async function measureModel({ name, simulate }: PublicModel, report: Report): Promise<void> {
  const publics = seeds.map(simulate);
  const occasions = publics.flat();
  const startedAt = performance.now();
  const answers: OurAnswer[] = [];
  for (const each of publics) answers.push(...(await runOurs(each)));
  const tookMs = performance.now() - startedAt;
  report({ metric: `${name}: occasions`, value: occasions.length, unit: "occasions" });
  report({ metric: `${name}: reads in a history`, value: round(mean(occasions.map(({ line }) => line.history.length))), unit: "reads" });
  report({ metric: `${name}: time`, value: round(tookMs / occasions.length), unit: "ms an occasion" });
  const ours = occasions.map(({ opened }, index) => scoreRanking(scoresOf(answers[index] ?? []), opened));
  const theirs = Object.entries(baselines).map(([baseline, open]) => ({ baseline, scores: scoreBaseline(publics, open) }));
  for (const metric of rankingMetrics) compareOn(metric, name, ours, theirs, report);
  reportNewcomers(name, occasions, answers, report);
  reportDiversity(name, occasions, answers, report);
}

/** Ours beside every baseline on one measure, and how sure it is that the best of them is behind. */
function compareOn(
  metric: (typeof rankingMetrics)[number],
  name: string,
  ours: readonly RankingScore[],
  theirs: readonly { baseline: string; scores: RankingScore[] }[],
  report: Report,
): void {
  const means = theirs.map(({ baseline, scores }) => ({ baseline, scores, value: meanScores(scores)[metric] }));
  for (const { baseline, value } of means) report({ metric: `${name}: ${metric} of ${baseline}`, value: round(value), unit: "score" });
  const [best] = means.toSorted((a, b) => b.value - a.value);
  if (!best) return;
  report({ metric: `${name}: ${metric}`, value: round(meanScores(ours)[metric]), unit: "score", bar: round(best.value + 0.0005) });
  const ahead = ours.map((score, index) => score[metric] - (best.scores[index]?.[metric] ?? 0));
  report({ metric: `${name}: ${metric} ahead of the best`, value: round(mean(ahead) / standardError(ahead)), unit: "standard errors" });
}

/** Each public is a stream of its own for a baseline, as it is for ours. */
function scoreBaseline(publics: readonly Occasion[][], open: () => (occasion: Occasion) => number[]): RankingScore[] {
  return publics.flatMap((occasions) => {
    const score = open();
    return occasions.map((occasion) => scoreRanking(score(occasion), occasion.opened));
  });
}

/** Readers of five articles at most. */
function reportNewcomers(name: string, occasions: readonly Occasion[], answers: readonly OurAnswer[], report: Report): void {
  const scores = occasions.flatMap(({ line, opened }, index) =>
    line.history.length <= 5 ? [scoreRanking(scoresOf(answers[index] ?? []), opened)] : [],
  );
  report({ metric: `${name}: auc of newcomers`, value: round(meanScores(scores).auc), unit: "score" });
}

function reportDiversity(name: string, occasions: readonly Occasion[], answers: readonly OurAnswer[], report: Report): void {
  const popular = measureDiversity(occasions, ({ line }) => line.candidates.map(({ popularity }) => popularity ?? 0));
  const placed = measureDiversity(occasions, (_, index) => (answers[index] ?? []).map(({ rank }) => -rank));
  const scored = measureDiversity(occasions, (_, index) => scoresOf(answers[index] ?? []));
  for (const what of ["publishers", "sections"] as const) {
    report({ metric: `${name}: ${what} in the first twenty by popularity`, value: round(popular[what]), unit: what });
    report({ metric: `${name}: ${what} in the first twenty by score alone`, value: round(scored[what]), unit: what });
    report({ metric: `${name}: ${what} in the first twenty`, value: round(placed[what]), unit: what, bar: round(popular[what]) });
  }
}

/** The command as a process of its own answers as it does here. */
async function compareProcess(occasions: readonly Occasion[], report: Report): Promise<void> {
  const printed = await new Promise<string>((resolve, reject) => {
    const args = ["--import", "tsx", "lib/cli/broadsheet.ts", "rank"];
    const child = execFile(process.execPath, args, { maxBuffer: 256 * 2 ** 20 }, (fault, stdout) =>
      fault ? reject(fault) : resolve(stdout),
    );
    child.stdin?.end(toLines(occasions));
  });
  const here = JSON.stringify((await runOurs(occasions)).map(scoresOf));
  const isSame = JSON.stringify(readAnswers(printed).map(scoresOf)) === here;
  report({ metric: "broadsheet rank as a process gives the same scores", value: Number(isSame), unit: "yes or no", bar: 1 });
}

const scoresOf = (answer: OurAnswer): number[] => answer.map(({ score }) => score);
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
const standardError = (values: readonly number[]): number => {
  const middle = mean(values);
  return Math.sqrt(mean(values.map((value) => (value - middle) ** 2)) / Math.max(1, values.length));
};
const round = (value: number): number => Math.round(value * 10_000) / 10_000;
