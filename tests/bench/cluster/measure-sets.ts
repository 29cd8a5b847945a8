import type { Report } from "../types";
import { type Baseline, plainTfIdf, titleJaccard } from "./baselines";
import { isTuned } from "./halves";
import { runEngine } from "./run-engine";
import { countEach, type PartitionScore, scorePartition } from "./score-partition";
import type { Clusterer, SetArticle } from "./types";

/** A set in one or more orders, with the least BCubed F1 that it must reach. */
export type MeasuredSet = { name: string; orders: readonly SetArticle[][]; bar: number };

/** First a coarse grid, then its neighbours at half a step. */
const thresholds = Array.from({ length: 15 }, (_, step) => 0.04 + step * 0.04);
const halfStep = 0.02;
const ours: Clusterer = (articles) => runEngine(articles).stories;

/** Reports one set: the engine on the whole and on each half, and two baselines at the best threshold of each. */
export function measureSet({ name, orders, bar }: MeasuredSet, report: Report): void {
  const whole = meanScore(orders, ours, isAny);
  const jaccard = bestScore(orders, titleJaccard);
  const cosine = bestScore(orders, plainTfIdf);
  const needed = Math.max(bar, jaccard.all, cosine.all);
  report({ metric: `${name}: BCubed F1`, value: round(whole.all.f1), unit: "share", bar: round(needed) });
  report({ metric: `${name}: BCubed precision`, value: round(whole.all.precision), unit: "share" });
  report({ metric: `${name}: BCubed recall`, value: round(whole.all.recall), unit: "share" });
  report({ metric: `${name}: pairwise F1`, value: round(whole.all.pairF1), unit: "share" });
  report({ metric: `${name}: BCubed F1 of title-Jaccard at its best threshold`, value: round(jaccard.all), unit: "share" });
  report({ metric: `${name}: BCubed F1 of plain TF-IDF at its best threshold`, value: round(cosine.all), unit: "share" });
  const neededTold = Math.max(jaccard.told, cosine.told);
  report({ metric: `${name}: BCubed F1 in stories of two or more`, value: round(whole.told.f1), unit: "share", bar: round(neededTold) });
  report({ metric: `${name}: pairwise F1 in stories of two or more`, value: round(whole.told.pairF1), unit: "share" });
  report({ metric: `${name}: the same of title-Jaccard (BCubed F1)`, value: round(jaccard.told), unit: "share" });
  report({ metric: `${name}: the same of plain TF-IDF (BCubed F1)`, value: round(cosine.told), unit: "share" });
  for (const [half, tuned] of [
    ["tuned on", true],
    ["held out", false],
  ] as const) {
    const score = meanScore(orders, ours, (article) => isTuned(article.halfKey) === tuned);
    report({ metric: `${name}: BCubed F1, half ${half}`, value: round(score.all.f1), unit: "share" });
  }
}

type Both = { all: PartitionScore; told: PartitionScore };

/** The mean over the orders: of all articles, and of those whose stories have two or more. */
function meanScore(orders: readonly SetArticle[][], cluster: Clusterer, isIn: (article: SetArticle) => boolean): Both {
  const scores = orders.map((order) => {
    const articles = order.filter(isIn);
    return scoreBoth(articles, cluster(articles));
  });
  return { all: meanOf(scores.map(({ all }) => all)), told: meanOf(scores.map(({ told }) => told)) };
}

/** A baseline's best BCubed F1, of all and of the stories told more than once, each at its own threshold. */
function bestScore(orders: readonly SetArticle[][], baseline: Baseline): { all: number; told: number } {
  const runs = orders.map((articles) => {
    const byLanguage = [...Map.groupBy(articles, ({ language }) => language).values()];
    const open = byLanguage.map((ofLanguage) => ({ ofLanguage, at: baseline(ofLanguage) }));
    return (threshold: number): Both => {
      const labels = open.flatMap(({ ofLanguage, at }, part) =>
        at(threshold).map((label, i) => [ofLanguage[i], `${part} ${label}`] as const),
      );
      const labelOf = new Map(labels);
      return scoreBoth(
        articles,
        articles.map((article) => labelOf.get(article) ?? ""),
      );
    };
  });
  const mean = (threshold: number): { all: number; told: number; threshold: number } => {
    const each = runs.map((run) => run(threshold));
    return { all: meanOf(each.map(({ all }) => all)).f1, told: meanOf(each.map(({ told }) => told)).f1, threshold };
  };
  const coarse = thresholds.map(mean);
  const tops = new Set((["all", "told"] as const).map((part) => coarse.toSorted((a, b) => b[part] - a[part])[0]?.threshold ?? 0));
  const scores = [...coarse, ...[...tops].flatMap((top) => [mean(top - halfStep), mean(top + halfStep)])];
  return { all: Math.max(...scores.map(({ all }) => all)), told: Math.max(...scores.map(({ told }) => told)) };
}

function scoreBoth(articles: readonly SetArticle[], found: readonly string[]): Both {
  const truth = articles.map(({ story }) => story);
  const sizes = countEach(truth);
  const told = truth.flatMap((story, index) => ((sizes.get(story) ?? 0) > 1 ? [index] : []));
  const pick = (labels: readonly string[]): string[] => told.map((index) => labels[index] ?? "");
  return { all: scorePartition(truth, found), told: scorePartition(pick(truth), pick(found)) };
}

function meanOf(scores: readonly PartitionScore[]): PartitionScore {
  const mean = (part: keyof PartitionScore): number => scores.reduce((sum, score) => sum + score[part], 0) / scores.length;
  return { precision: mean("precision"), recall: mean("recall"), f1: mean("f1"), pairF1: mean("pairF1") };
}

const isAny = (): boolean => true;
const round = (value: number): number => Math.round(value * 1_000) / 1_000;
