import { type ChildProcess, spawn } from "node:child_process";
import { readFile, rm } from "node:fs/promises";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import type pg from "pg";
import { workerFlags, workerMalloc } from "@/lib/jobs/worker-flags";
import { childEnv } from "@/lib/platform/env";

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

/** Starts the worker as the start command does, and waits until it says that it works. */
export async function startRealWorker(bed: CrashBed, seat: string): Promise<ChildProcess> {
  const dataDir = path.join(bed.dataDir, seat);
  const log = path.join(dataDir, "logs", "worker.log");
  await rm(log, { force: true });
  // Nobody listens at the web's origin: page invalidations fail and are tried again, as when the web is away.
  const args = [bed.origins.join(","), "--web-origin", "http://127.0.0.1:9", "--scope", "all"];
  const child = spawn(process.execPath, [...workerFlags, "--import", "tsx", "tests/bench/crash/worker-entry.ts", ...args], {
    // With the channel to us the worker ends when we do.
    stdio: ["ignore", "inherit", "inherit", "ipc"],
    env: childEnv({ NODE_ENV: "production", LOG_LEVEL: "info", DATABASE_URL: bed.databaseUrl, DATA_DIR: dataDir, ...workerMalloc }),
  });
  bed.workers.push(child);
  while (!(await readFile(log, "utf8").catch(() => "")).includes("worker started")) {
    if (child.exitCode !== null) throw new Error(`the worker ended with ${child.exitCode}`);
    await delay(20);
  }
  return child;
}

/** Whether this worker has stored a feed, by its own log. */
export const hasStored = async (bed: CrashBed, seat: string): Promise<boolean> =>
  (await readFile(path.join(bed.dataDir, seat, "logs", "worker.log"), "utf8").catch(() => "")).includes('"outcome":"stored"');

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
