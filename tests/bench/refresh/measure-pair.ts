import pg from "pg";
import { median } from "../_bed/median";
import { type Driven, drive } from "./drive";
import { feedRows, fillDatabase } from "./fill-database";

/** What all measurements stand on: the feeds' server, the database server, and how many feeds. */
export type Bed = {
  origins: readonly string[];
  etags: readonly string[];
  postgresPid: number | null;
  urlOf: (database: string) => string;
  feedCount: number;
  warmUpFeeds: number;
  /** The migrated database that others are copied from. */
  template: string;
};

/** Feeds a second, and CPU seconds for 1,000 feeds with the database's share. */
export type PairFigures = {
  first: number;
  floorFirst: number;
  unchanged: number;
  floorUnchanged: number;
  firstCpu: number;
  floorFirstCpu: number;
  unchangedCpu: number;
  floorUnchangedCpu: number;
  peakMb: number;
};

/**
 * Over within a tenth of a second each, and the first ones run code that was never run before. With nine of them the same code
 * came to .44 and to .49 of the floor, with 25 to between .46 and .49.
 */
const unchangedRuns = 25;

/** Measures floor and engine once, first refresh and unchanged ones in turn, each on a fresh database. */
export async function measurePair(bed: Bed, pair: number): Promise<PairFigures> {
  const ours = bed.urlOf(`ours_${pair}`);
  const floors = bed.urlOf(`floor_${pair}`);
  await runSql(bed.urlOf("postgres"), `CREATE DATABASE ours_${pair} TEMPLATE ${bed.template}`);
  await runSql(bed.urlOf("postgres"), `CREATE DATABASE floor_${pair}`);
  const warmUp = { from: bed.feedCount, until: bed.feedCount + bed.warmUpFeeds, documents: bed.feedCount + bed.warmUpFeeds, etags: null };
  const measured = { ...warmUp, from: 0, until: bed.feedCount };
  const engine = await drive("engine", bed.origins, ours, bed.postgresPid);
  const floor = await drive("floor", [], floors, bed.postgresPid);
  try {
    await fillDatabase(ours, bed.origins, warmUp);
    await fillFloor(floors, feedRows(bed.origins, warmUp));
    await Promise.all([engine.go(), floor.go()]);
    await fillDatabase(ours, bed.origins, measured);
    await runSql(floors, "TRUNCATE floor_feed");
    await fillFloor(floors, feedRows(bed.origins, measured));
    const [floorFirst, first] = [await measure(floor, bed), await measure(engine, bed)];
    expectAll(first.result, { stored: bed.feedCount, created: bed.feedCount * 30 });
    const unchanged = await measureUnchanged(bed, engine, floor, ours);
    return {
      first: first.perSec,
      floorFirst: floorFirst.perSec,
      firstCpu: first.cpuSec,
      floorFirstCpu: floorFirst.cpuSec,
      ...unchanged,
      peakMb: first.peakMb,
    };
  } finally {
    await engine.stop();
    await floor.stop();
  }
}

async function measureUnchanged(bed: Bed, engine: Driven, floor: Driven, ours: string) {
  const runs = { ours: [] as Run[], floor: [] as Run[] };
  for (let run = 0; run < unchangedRuns; run += 1) {
    // Only the feeds that were measured: those of the warm-up are not due for long.
    await runSql(
      ours,
      "UPDATE feed SET next_poll_at = CASE WHEN id > (SELECT max(id) FROM feed) - $1 THEN now() ELSE now() + interval '1 day' END",
      [bed.feedCount],
    );
    runs.floor.push(await measure(floor, bed));
    const round = await measure(engine, bed);
    expectAll(round.result, { unchanged: bed.feedCount, created: 0 });
    runs.ours.push(round);
  }
  return {
    unchanged: median(runs.ours.map((run) => run.perSec)),
    floorUnchanged: median(runs.floor.map((run) => run.perSec)),
    unchangedCpu: median(runs.ours.map((run) => run.cpuSec)),
    floorUnchangedCpu: median(runs.floor.map((run) => run.cpuSec)),
  };
}

type Run = Awaited<ReturnType<typeof measure>>;

async function measure(driven: Driven, bed: Bed) {
  const { wallMs, cpuMs, peakMb, result } = await driven.go();
  return { perSec: (bed.feedCount * 1_000) / wallMs, cpuSec: cpuMs / bed.feedCount, peakMb, result };
}

/** A fast engine that stored nothing would be no engine. @throws Error when a round's counts are not these */
function expectAll(result: unknown, wanted: Record<string, number>): void {
  const counts = typeof result === "object" && result !== null ? Object.fromEntries(Object.entries(result)) : {};
  for (const [name, value] of Object.entries(wanted)) {
    if (counts[name] !== value) throw new Error(`the engine's round came to ${JSON.stringify(result)}, not ${JSON.stringify(wanted)}`);
  }
}

const fillFloor = (url: string, rows: readonly { url: string }[]): Promise<void> =>
  runSql(url, "INSERT INTO floor_feed (id, url) SELECT place, url FROM unnest($1::text[]) WITH ORDINALITY AS r(url, place)", [
    rows.map((row) => row.url),
  ]);

/** Runs one statement on a connection of its own. */
export async function runSql(url: string, statement: string, values: unknown[] = []): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement, values);
  } finally {
    await client.end();
  }
}
