import { withFeedBed } from "../_bed/feed-bed";
import { median } from "../_bed/median";
import { findListener } from "../pages/process-cpu";
import type { Bench, Report } from "../types";
import { drive } from "./drive";
import { fillDatabase } from "./fill-database";
import { type Bed, measurePair, type PairFigures, runSql } from "./measure-pair";

export const bench: Bench = {
  name: "refresh",
  title: "500 feeds of 30 entries: first and unchanged refresh, beside a floor that only fetches, tokenises and copies",
  run: runRefresh,
};

/** The database that others are copied from. */
const template = "refresh";
const feedCount = 500;
const manyFeeds = 5_000;
const hosts = 32;
const pairs = 3;
/** Read by both sides before the clock runs, so that both run compiled code as a worker of some minutes does. */
const warmUpFeeds = 60;

async function runRefresh(report: Report): Promise<void> {
  await withFeedBed({ name: template, hosts }, async ({ url, urlOf, origins, makeFeeds }) => {
    const etags = await makeFeeds({ from: 0, until: feedCount + warmUpFeeds });
    const bed = { origins, etags, postgresPid: findListener(Number(new URL(url).port)), urlOf, feedCount, warmUpFeeds, template };
    const figures: PairFigures[] = [];
    for (let pair = 0; pair < pairs; pair += 1) {
      figures.push(await measurePair(bed, pair));
      process.stderr.write(`${JSON.stringify(figures.at(-1))}\n`);
    }
    reportPairs(figures, report);
    await reportGrowth(bed, report);
  });
}

function reportPairs(figures: PairFigures[], report: Report): void {
  const middle = (pick: (pair: PairFigures) => number) => median(figures.map(pick));
  report({ metric: "first refresh", value: round(middle((pair) => pair.first)), unit: "feeds/s" });
  report({ metric: "first refresh", value: Math.round(middle((pair) => pair.first * 30)), unit: "entries/s" });
  report({ metric: "first refresh, floor", value: round(middle((pair) => pair.floorFirst)), unit: "feeds/s" });
  report({
    metric: "first refresh against the floor",
    value: ratio(middle((pair) => pair.first / pair.floorFirst)),
    unit: "times",
    bar: 0.35,
  });
  report({ metric: "unchanged refresh", value: round(middle((pair) => pair.unchanged)), unit: "feeds/s" });
  report({ metric: "unchanged refresh, floor", value: round(middle((pair) => pair.floorUnchanged)), unit: "feeds/s" });
  report({
    metric: "unchanged refresh against the floor",
    value: ratio(middle((pair) => pair.unchanged / pair.floorUnchanged)),
    unit: "times",
    bar: 0.45,
  });
  report({ metric: "first refresh, CPU with the database", value: ratio(middle((pair) => pair.firstCpu)), unit: "s per 1,000 feeds" });
  report({ metric: "first refresh, CPU of the floor", value: ratio(middle((pair) => pair.floorFirstCpu)), unit: "s per 1,000 feeds" });
  report({
    metric: "unchanged refresh, CPU with the database",
    value: ratio(middle((pair) => pair.unchangedCpu)),
    unit: "s per 1,000 feeds",
  });
  report({
    metric: "peak memory of the worker and its parsing process, shared pages once",
    value: Math.round(middle((pair) => pair.peakMb)),
    unit: "MB",
    bar: 250,
    better: "lower",
  });
}

/** Ten times the feeds, unchanged: what one of them costs must not grow with their number. */
async function reportGrowth(bed: Bed, report: Report): Promise<void> {
  const costs: number[] = [];
  for (const count of [bed.feedCount, manyFeeds]) costs.push(await unchangedCost(bed, count));
  const [few = 1, many = 1] = costs;
  report({ metric: "CPU of an unchanged feed, with the database, of 500", value: ratio(few), unit: "ms" });
  report({ metric: "CPU of an unchanged feed, with the database, of 5,000", value: ratio(many), unit: "ms" });
  report({ metric: "CPU of an unchanged feed, 5,000 against 500", value: ratio(many / few), unit: "times", bar: 1.25, better: "lower" });
}

/** CPU ms for each feed of `count` that answer 304; they share the documents of the small set. */
async function unchangedCost(bed: Bed, count: number): Promise<number> {
  const url = bed.urlOf(`growth_${count}`);
  await runSql(bed.urlOf("postgres"), `CREATE DATABASE growth_${count} TEMPLATE ${bed.template}`);
  await fillDatabase(url, bed.origins, { from: 0, until: count, documents: bed.feedCount, etags: bed.etags });
  const engine = await drive("engine", bed.origins, url, bed.postgresPid);
  try {
    // The first round of each warms its code.
    await engine.go();
    const runs: number[] = [];
    for (let run = 0; run < 3; run += 1) {
      await runSql(url, "UPDATE feed SET next_poll_at = now()");
      runs.push((await engine.go()).cpuMs / count);
    }
    return median(runs);
  } finally {
    await engine.stop();
  }
}

const round = (value: number): number => Math.round(value * 10) / 10;
const ratio = (value: number): number => Math.round(value * 1_000) / 1_000;
