import { once } from "node:events";
import { setTimeout as delay } from "node:timers/promises";
import { type CrashBed, hasStored, listHeld, makeWork, startRealWorker } from "./real-worker";

/** Workers that come and are killed at once, beside the one that lives. */
const seats = 2;
const resumeWithinMs = 90_000;

/**
 * Kills workers one after another, each in the middle of its feeds; the next one starts in the same place, as the
 * start command would have it. One that is never killed works beside them.
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
        process.stderr.write(`  killed ${kills - left} of ${kills}\n`);
        const wait = untilPolledAgain(bed);
        waits.push(wait);
        // Its fault is thrown below; until then it must not end the process.
        wait.catch(() => undefined);
      }
    }),
  );
  const resumed = await Promise.all(waits);
  survivor.kill("SIGTERM");
  if (survivor.exitCode === null) await once(survivor, "exit");
  return { midBatch, resumedSecMax: Math.round(Math.max(...resumed) / 100) / 10 };
}

/** Whether a worker has begun to write what it read; there is always more to do. */
async function isAtWork(bed: CrashBed, seat: string): Promise<boolean> {
  for (const until = Date.now() + 30_000; Date.now() < until; await delay(150)) {
    await makeWork(bed);
    if (await hasStored(bed, seat)) return true;
  }
  return false;
}

/**
 * How long the feeds held just now wait until a poll of theirs is written, in ms; no longer than we have patience. A poll
 * bears the instant at which its writing began, so what another worker was writing just now is known by its change, not
 * by being later than the kill.
 */
async function untilPolledAgain(bed: CrashBed): Promise<number> {
  const [held, from] = [await listHeld(bed), Date.now()];
  const before = [held.map(({ id }) => id), held.map(({ lastPolledAt }) => lastPolledAt)];
  for (const until = from + resumeWithinMs; Date.now() < until; await delay(1_000)) {
    const { rows } = await bed.pool.query(
      `SELECT count(*)::int AS waiting FROM unnest($1::int[], $2::timestamptz[]) AS h(id, last_polled_at)
       JOIN feed f ON f.id = h.id AND f.last_polled_at IS NOT DISTINCT FROM h.last_polled_at`,
      before,
    );
    if (rows[0]?.waiting === 0) return Date.now() - from;
  }
  return resumeWithinMs;
}
