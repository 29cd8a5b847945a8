import { once } from "node:events";
import { setTimeout as delay } from "node:timers/promises";
import type pg from "pg";
import { type CrashBed, startRealWorker } from "./real-worker";

const entriesEach = 30;
const bodiesEach = 10;
const patienceMs = 180_000;

/** Lets one worker live until every feed has been read. */
export async function waitForAll(bed: CrashBed): Promise<void> {
  await bed.pool.query("UPDATE feed SET next_poll_at = now() WHERE last_success_at IS NULL");
  const worker = await startRealWorker(bed, "seat-final");
  for (const until = Date.now() + patienceMs; Date.now() < until; await delay(250)) {
    const { rows } = await bed.pool.query(
      "SELECT count(*)::int AS waiting FROM feed WHERE last_success_at IS NULL OR lease_until IS NOT NULL",
    );
    if (rows[0]?.waiting === 0) break;
  }
  worker.kill("SIGTERM");
  if (worker.exitCode === null) await once(worker, "exit");
}

/** How many articles are missing, doubled, or without the rows that belong to them. */
export async function checkStored(pool: pg.Pool, feedCount: number): Promise<number> {
  const { rows } = await pool.query(
    `SELECT abs((SELECT count(*) FROM article) - $1)
       + abs((SELECT count(DISTINCT guid) FROM article) - $1)
       + abs((SELECT count(*) FROM article_body) - $2)
       + (SELECT count(*) FROM article a WHERE a.has_body <> EXISTS (SELECT 1 FROM article_body b WHERE b.article_id = a.id))
       + (SELECT count(*) FROM article a WHERE NOT EXISTS (SELECT 1 FROM article_author u WHERE u.article_id = a.id))
       + (SELECT count(*) FROM revision) AS faults`,
    [feedCount * entriesEach, feedCount * bodiesEach],
  );
  return Number(rows[0]?.faults);
}
