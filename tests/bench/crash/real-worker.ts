import type { ChildProcess } from "node:child_process";
import path from "node:path";
import type pg from "pg";
import { readWorkerLog, startWorkerProcess } from "../_bed/worker-process";

/** What workers run against. */
export type CrashBed = {
  /** The publishers' servers, a host for each feed. */
  origins: readonly string[];
  databaseUrl: string;
  dataDir: string;
  pool: pg.Pool;
  /** Every worker started, so that a bench that breaks leaves none behind. */
  workers: ChildProcess[];
};

/** Starts a worker with a folder of its own. */
export const startRealWorker = (bed: CrashBed, seat: string): Promise<ChildProcess> =>
  startWorkerProcess({
    databaseUrl: bed.databaseUrl,
    dataDir: path.join(bed.dataDir, seat),
    entry: "tests/bench/crash/worker-entry.ts",
    args: [bed.origins.join(",")],
    onSpawn: (child) => bed.workers.push(child),
  });

/** Whether this worker has stored a feed, by its own log. */
export const hasStored = async (bed: CrashBed, seat: string): Promise<boolean> =>
  (await readWorkerLog(path.join(bed.dataDir, seat))).includes('"outcome":"stored"');

/** Makes all feeds due as if they had never been read, so that there is always a batch to be killed in. */
export const makeWork = (bed: CrashBed): Promise<unknown> =>
  bed.pool.query("UPDATE feed SET next_poll_at = now(), body_hash = NULL, etag = NULL WHERE lease_until IS NULL AND next_poll_at > now()");

/** A feed that somebody holds, as it stood when it was looked at. */
export type HeldFeed = { id: number; lastPolledAt: string | null };

/** Feeds that somebody holds. The instants are text, because a Date would round them. */
export async function listHeld(bed: CrashBed): Promise<HeldFeed[]> {
  const { rows } = await bed.pool.query('SELECT id, last_polled_at::text AS "lastPolledAt" FROM feed WHERE lease_until > now()');
  return rows;
}
