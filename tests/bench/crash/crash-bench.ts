import { rm } from "node:fs/promises";
import pg from "pg";
import { migrate } from "@/lib/platform/migrations/migrate";
import { makeTempFolder } from "@/lib/platform/temp-folder";
import { nextMessage, startScript } from "../refresh/drive";
import { fillDatabase } from "../refresh/fill-database";
import type { Bench, Report } from "../types";
import { checkStored, waitForAll } from "./check-stored";
import { startFragilePostgres } from "./fragile-postgres";
import { killWorkers } from "./kill-workers";
import type { CrashBed } from "./real-worker";
import { restartDatabase } from "./restart-database";

export const bench: Bench = {
  name: "crash",
  title: "Workers killed mid-batch and the database restarted at once: every article exactly once",
  run: runCrash,
};

const feedCount = 300;
const kills = 40;
const restarts = 10;
const resumeBarSec = 60;

async function runCrash(report: Report): Promise<void> {
  const dataDir = await makeTempFolder("broadsheet-crash-");
  const postgres = await startFragilePostgres(dataDir);
  // A host for each feed: feeds of one host wait for each other by right, and that is not what is measured.
  const feeds = startScript("serve-feeds.ts", [String(feedCount)]);
  const pool = new pg.Pool({ connectionString: postgres.url, max: 2 });
  pool.on("error", () => undefined);
  const workers: CrashBed["workers"] = [];
  try {
    const origins = await nextMessage<string[]>(feeds);
    await migrate(postgres.url);
    await fillDatabase(postgres.url, origins, { from: 0, until: feedCount, documents: feedCount, etags: null });
    const bed = { origins, databaseUrl: postgres.url, dataDir, pool, workers };
    const killed = await killWorkers(bed, kills);
    report({ metric: "workers killed while they held feeds", value: killed.midBatch, unit: "kills", bar: kills });
    report({
      metric: "feeds of killed workers polled again after, most",
      value: killed.resumedSecMax,
      unit: "s",
      bar: resumeBarSec,
      better: "lower",
    });
    const restarted = await restartDatabase(bed, postgres, restarts);
    report({
      metric: "immediate restarts of the database that the worker outlived",
      value: restarted.survived,
      unit: "restarts",
      bar: restarts,
    });
    report({
      metric: "polling again after a restart, most",
      value: restarted.resumedSecMax,
      unit: "s",
      bar: resumeBarSec,
      better: "lower",
    });
    await waitForAll(bed);
    const faults = await checkStored(pool, feedCount);
    report({ metric: "articles lost, doubled or half written", value: faults, unit: "articles", bar: 0, better: "lower" });
  } finally {
    for (const worker of workers) worker.kill("SIGKILL");
    feeds.disconnect();
    await pool.end();
    await postgres.stop();
    await rm(dataDir, { recursive: true, force: true, maxRetries: 3 });
  }
}
