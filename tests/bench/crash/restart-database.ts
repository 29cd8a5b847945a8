import { once } from "node:events";
import { setTimeout as delay } from "node:timers/promises";
import type { FragilePostgres } from "./fragile-postgres";
import { type CrashBed, makeWork, startRealWorker } from "./real-worker";

const resumeWithinMs = 90_000;

/** Tears the database away under one worker, again and again, and measures until it polls again. */
export async function restartDatabase(
  bed: CrashBed,
  postgres: FragilePostgres,
  restarts: number,
): Promise<{ survived: number; resumedSecMax: number }> {
  const worker = await startRealWorker(bed, "seat-restart");
  let survived = 0;
  let resumedMs = 0;
  for (let restart = 0; restart < restarts; restart += 1) {
    await makeWork(bed);
    await delay(300 + Math.random() * 700);
    await postgres.restart();
    await makeWork(bed);
    const waited = await untilPolled(bed);
    resumedMs = Math.max(resumedMs, waited);
    if (worker.exitCode === null && waited < resumeWithinMs) survived += 1;
  }
  worker.kill("SIGTERM");
  if (worker.exitCode === null) await once(worker, "exit");
  return { survived, resumedSecMax: Math.round(resumedMs / 100) / 10 };
}

/** How long until a feed is polled, in ms; no longer than we have patience. */
async function untilPolled(bed: CrashBed): Promise<number> {
  const from = Date.now();
  for (const until = from + resumeWithinMs; Date.now() < until; await delay(100)) {
    const { rows } = await bed.pool.query("SELECT max(last_polled_at) > $1 AS resumed FROM feed", [new Date(from)]);
    if (rows[0]?.resumed) return Date.now() - from;
  }
  return resumeWithinMs;
}
