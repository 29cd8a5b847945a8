import { setTimeout as delay } from "node:timers/promises";
import pg from "pg";

const patienceMs = 240_000;

/**
 * Waits until the worker has fetched the pictures of a fresh install: painting and re-encoding them keeps a core busy,
 * which would be measured as the pages' cost.
 */
export async function waitForQuiet(databaseUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const giveUpAt = performance.now() + patienceMs;
    while (performance.now() < giveUpAt && (await countWaiting(client)) > 0) await delay(1_000);
  } finally {
    await client.end();
  }
}

async function countWaiting(client: pg.Client): Promise<number> {
  const answer = await client.query(
    "SELECT count(*)::int AS waiting FROM pgboss.job WHERE name = 'pictures.fetch' AND state IN ('created', 'active', 'retry')",
  );
  return answer.rows[0]?.waiting ?? 0;
}
