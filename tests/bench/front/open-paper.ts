import { testSecret } from "../../support/test-secret";
import type { StoreSize } from "../reads/fill-store";
import type { Report } from "../types";
import { startAsker } from "./asker";
import { checkPlans } from "./check-plans";
import { countQueries } from "./count-queries";
import type { ReadersSize } from "./fill-readers";
import { type FrontSite, startFrontSite } from "./front-site";
import type { FrontFigures } from "./load-types";

/** One store behind a site of its own, and how to ask it for its readers' pages. */
export type Paper = {
  line: Report;
  /** Asks at even intervals, or as fast as it goes. */
  ask: (perSec: number | null, durationSec: number, connections?: number) => Promise<FrontFigures>;
  db: FrontSite["db"];
  stop: () => Promise<void>;
};

const usualConnections = 16;
const queriesMax = 12;
/** A store of no more articles than this is small enough to be read whole. */
const storeSmall = 50_000;
/** At this pace pages are asked for while their queries are counted. */
const counted = { perSec: 20, seconds: 5 };

/** Fills a store, serves it, and looks at the plans of its pages' statements. */
export async function openPaper(name: string, size: { store: StoreSize; readers: ReadersSize }, report: Report): Promise<Paper> {
  const line: Report = ({ metric, ...figures }) => report({ metric: `${name}: ${metric}`, ...figures });
  const beganMs = performance.now();
  const site = await startFrontSite(size.store, size.readers);
  line({ metric: "filling and starting", value: Math.round((performance.now() - beganMs) / 1_000), unit: "s" });
  const asker = startAsker();
  let firstReader = 1;
  const ask: Paper["ask"] = async (perSec, durationSec, connections = usualConnections) => {
    const figures = await asker.send({ origin: site.origin, secret: testSecret, firstReader, perSec, connections, durationSec });
    firstReader = figures.nextReader;
    return figures;
  };
  const stop = async () => {
    asker.stop();
    await site.stop();
  };
  try {
    await checkPlans(site.db, "reader-1", size.store.articles > storeSmall, line);
  } catch (fault) {
    await stop();
    throw fault;
  }
  return { line, ask, db: site.db, stop };
}

/** Reports how many statements a page takes. */
export async function reportQueries({ ask, db, line }: Paper): Promise<void> {
  let requests = 1;
  const queries = await countQueries(db, async () => {
    requests = (await ask(counted.perSec, counted.seconds, 1)).requests;
  });
  const aPage = Math.round((queries / requests) * 100) / 100;
  line({ metric: "queries a page", value: aPage, unit: "queries", bar: queriesMax, better: "lower" });
}
