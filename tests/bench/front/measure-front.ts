import { testSecret } from "../../support/test-secret";
import type { StoreSize } from "../reads/fill-store";
import type { Report } from "../types";
import { startAsker } from "./asker";
import { checkPlans } from "./check-plans";
import { countQueries } from "./count-queries";
import type { ReadersSize } from "./fill-readers";
import { startFrontSite } from "./front-site";
import type { FrontFigures } from "./load-types";

/** How long each part is measured, in seconds. */
export type FrontPace = { warmSec: number; saturationSec: number; steadySec: number; rounds: number };

const connections = 16;
const loadShare = 0.7;
const queriesMax = 12;
/** A store of no more articles than this is small enough to be read whole. */
const storeSmall = 50_000;

/** Measures readers' front pages over one store. @returns p99 in ms at 70% of saturation, of the median round */
export async function measureFront(
  name: string,
  size: { store: StoreSize; readers: ReadersSize; pace: FrontPace },
  report: Report,
): Promise<number> {
  const line: Report = ({ metric, ...figures }) => report({ metric: `${name}: ${metric}`, ...figures });
  const beganMs = performance.now();
  const site = await startFrontSite(size.store, size.readers);
  line({ metric: "filling and starting", value: Math.round((performance.now() - beganMs) / 1_000), unit: "s" });
  const asker = startAsker();
  let firstReader = 1;
  const ask = async (perSec: number | null, durationSec: number, count = connections): Promise<FrontFigures> => {
    const figures = await asker.send({ origin: site.origin, secret: testSecret, firstReader, perSec, connections: count, durationSec });
    firstReader = figures.nextReader;
    return figures;
  };
  try {
    await checkPlans(site.db, "reader-1", size.store.articles > storeSmall, line);
    await ask(null, size.pace.warmSec);
    await reportQueries(() => ask(20, 5, 1), site.db, line);
    return await reportRounds(ask, size.pace, line);
  } finally {
    asker.stop();
    await site.stop();
  }
}

type Ask = (perSec: number | null, durationSec: number) => Promise<FrontFigures>;

async function reportQueries(work: () => Promise<FrontFigures>, db: Parameters<typeof countQueries>[0], line: Report): Promise<void> {
  let requests = 1;
  const queries = await countQueries(db, async () => {
    requests = (await work()).requests;
  });
  line({
    metric: "queries a page",
    value: Math.round((queries / requests) * 100) / 100,
    unit: "queries",
    bar: queriesMax,
    better: "lower",
  });
}

async function reportRounds(ask: Ask, pace: FrontPace, line: Report): Promise<number> {
  const saturations: FrontFigures[] = [];
  const steady: FrontFigures[] = [];
  for (let round = 0; round < pace.rounds; round += 1) {
    const saturated = await ask(null, pace.saturationSec);
    saturations.push(saturated);
    steady.push(await ask(saturated.requestsPerSec * loadShare, pace.steadySec));
  }
  const faults = [...saturations, ...steady].reduce((sum, figures) => sum + figures.faults, 0);
  line({ metric: "faults", value: faults, unit: "answers", bar: 0, better: "lower" });
  line({ metric: "saturation", value: round(median(saturations.map((each) => each.requestsPerSec))), unit: "requests/s" });
  line({ metric: "p99 at saturation", value: round(median(saturations.map((each) => each.p99Ms))), unit: "ms" });
  line({ metric: "p50 at 70%", value: round(median(steady.map((each) => each.p50Ms))), unit: "ms" });
  line({ metric: "p99 of first visits at 70%", value: round(median(steady.map((each) => each.coldP99Ms))), unit: "ms" });
  const p99Ms = median(steady.map((each) => each.p99Ms));
  line({ metric: "p99 at 70%", value: round(p99Ms), unit: "ms", bar: 150, better: "lower" });
  return p99Ms;
}

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
const round = (value: number): number => Math.round(value * 10) / 10;
