import { setTimeout as delay } from "node:timers/promises";
import pg from "pg";
import { withFeedBed } from "../_bed/feed-bed";
import { drive, nextMessage, startScript } from "../refresh/drive";
import { fillDatabase } from "../refresh/fill-database";
import type { Bench, Report } from "../types";

export const bench: Bench = {
  name: "hang",
  title: "1,000 feeds of which 300 accept and never answer: how late the others are",
  run: runHang,
};

const healthy = 700;
const hanging = 300;
const hosts = 32;
/** Times that every feed falls due at once while those that hang are still under way. */
const waves = 3;
const latenessBarSec = 300;
const patienceMs = 150_000;

async function runHang(report: Report): Promise<void> {
  const holes = startScript("serve-nothing.ts", [String(hanging)]);
  try {
    const deadOrigins = await nextMessage<string[]>(holes);
    await withFeedBed({ name: "hang", hosts }, async ({ url, origins }) => {
      await fillDatabase(url, origins, { from: 0, until: healthy, documents: healthy, etags: null });
      // Each of these is a host of its own, as hosts that hang are.
      await fillDatabase(url, deadOrigins, { from: 10_000, until: 10_000 + hanging, documents: hanging, etags: null });
      await measureWaves(url, [...origins, ...deadOrigins], report);
    });
  } finally {
    holes.disconnect();
  }
}

async function measureWaves(url: string, origins: readonly string[], report: Report): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const engine = await drive("engine", origins, url, null);
  try {
    const lateness: number[] = [];
    const dueAt = await makeAllDue(client);
    const round = engine.go();
    lateness.push(await waitForHealthy(client, dueAt));
    for (let wave = 1; wave < waves; wave += 1) lateness.push(await waitForHealthy(client, await makeAllDue(client)));
    const { result } = await round;
    process.stderr.write(`last round: ${JSON.stringify(result)}\n`);
    report({
      metric: "healthy feeds late, most, first refresh",
      value: seconds(lateness[0] ?? Number.NaN),
      unit: "s",
      bar: latenessBarSec,
      better: "lower",
    });
    report({
      metric: "healthy feeds late, most, unchanged",
      value: seconds(Math.max(...lateness.slice(1))),
      unit: "s",
      bar: latenessBarSec,
      better: "lower",
    });
    const { rows } = await client.query("SELECT count(*)::int AS n FROM feed WHERE last_error_kind = 'timeout'");
    report({ metric: "hanging feeds recorded as such", value: rows[0]?.n ?? 0, unit: "feeds", bar: hanging });
  } finally {
    await engine.stop();
    await client.end();
  }
}

async function makeAllDue(client: pg.Client): Promise<Date> {
  const { rows } = await client.query("SELECT now() AS now");
  await client.query("UPDATE feed SET next_poll_at = $1", [rows[0]?.now]);
  return rows[0]?.now;
}

/** Waits until every healthy feed has been polled since. @returns how late the last was, in ms */
async function waitForHealthy(client: pg.Client, dueAt: Date): Promise<number> {
  for (const until = Date.now() + patienceMs; Date.now() < until; await delay(100)) {
    const { rows } = await client.query(
      `SELECT count(*) FILTER (WHERE last_polled_at IS NULL OR last_polled_at < $1)::int AS waiting,
         extract(epoch FROM max(last_polled_at) - $1) * 1000 AS late FROM feed WHERE id <= $2`,
      [dueAt, healthy],
    );
    if (rows[0]?.waiting === 0) return Number(rows[0]?.late);
  }
  throw new Error("healthy feeds were not polled in time at all");
}

const seconds = (ms: number): number => Math.round(ms / 100) / 10;
