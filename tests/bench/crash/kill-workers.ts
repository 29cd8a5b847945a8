import { setTimeout as delay } from "node:timers/promises";
import { type CrashBed, hasStored, listHeld, makeWork, startRealWorker } from "./real-worker";

/** Workers that come and are killed at once, beside the one that lives. */
const seats = 2;
const resumeWithinMs = 90_000;

/**
 * Kills workers one after another, each in the middle of its feeds. One that is never killed works beside them: a
 * real install starts a killed worker anew, and that is not what is measured here.
 */
export async function killWorkers(bed: CrashBed, kills: number): Promise<{ midBatch: number; resumedSecMax: number }> {
  const survivor = await startRealWorker(bed, "survivor");
  const waits: Promise<number>[] = [];
  let left = kills;
  let midBatch = 0;
  await Promise.all(
    Array.from({ length: seats }, async (_, seat) => {
      while (left > 0) {
        left -= 1;
        const worker = await startRealWorker(bed, `seat-${seat}`);
        if (await isAtWork(bed, `seat-${seat}`)) midBatch += 1;
        // Anywhere in a batch: while fetching, parsing or writing.
        await delay(Math.random() * 600);
        worker.kill("SIGKILL");
        // A fault elsewhere ends the bench; it must not be hidden by one of these.
        waits.push(untilPolledAgain(bed).catch(() => Number.POSITIVE_INFINITY));
      }
    }),
  );
  const resumed = await Promise.all(waits);
  survivor.kill("SIGTERM");
  return { midBatch, resumedSecMax: Math.round(Math.max(...resumed) / 100) / 10 };
}

/** Whether a worker has begun to write what it read; there is always more to do. */
async function isAtWork(bed: CrashBed, seat: string): Promise<boolean> {
  for (const until = Date.now() + 30_000; Date.now() < until; await delay(50)) {
    await makeWork(bed);
    if (await hasStored(bed, seat)) return true;
  }
  return false;
}

/** How long the feeds held just now wait until a poll of theirs is written, in ms. */
async function untilPolledAgain(bed: CrashBed): Promise<number> {
  const [held, from] = [await listHeld(bed), Date.now()];
  const ids = held.map(({ id }) => id);
  for (const until = from + resumeWithinMs; Date.now() < until; await delay(250)) {
    const { rows } = await bed.pool.query(
      "SELECT count(*)::int AS waiting FROM feed WHERE id = ANY($1::int[]) AND (last_polled_at IS NULL OR last_polled_at < $2)",
      [ids, new Date(from)],
    );
    if (rows[0]?.waiting === 0) return Date.now() - from;
  }
  return Number.POSITIVE_INFINITY;
}
