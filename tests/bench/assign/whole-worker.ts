import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import pg from "pg";
import { migrate } from "@/lib/platform/migrations/migrate";
import { startEmbeddedPostgres } from "@/lib/platform/postgres/embedded-postgres";
import { adoptQueue, enqueue, startQueue, stopQueue } from "@/lib/platform/queue";
import { makeTempFolder } from "@/lib/platform/temp-folder";
import { hasEnded, startWorkerProcess } from "../_bed/worker-process";
import { fillWindow } from "./fill-window";

/** What a worker held before it knew any article, at most, and once it had given all that waited their stories. */
export type WorkerMemory = { emptyBytes: number; peakBytes: number; afterBytes: number; assigned: number };

/** Between the last article's story and the end, for the lists that are made of new stories. */
const settleMs = 15_000;
const assignMsMax = 600_000;

/**
 * Starts the worker as the start command does, against a database with a full window, and lets it give the articles
 * that wait their stories: it reads the window, holds it, and makes of new stories whatever is made of them.
 */
export async function measureWorkerMemory(window: { articles: number; waiting: number }): Promise<WorkerMemory> {
  const dataDir = await makeTempFolder("broadsheet-assign-");
  const server = await startEmbeddedPostgres({ dataDir: path.join(dataDir, "pg"), database: "assign", volatile: true });
  const pool = new pg.Pool({ connectionString: server.url, max: 2 });
  let worker: ChildProcess | null = null;
  try {
    await migrate(server.url);
    await fillWindow(pool, { ...window, newestAt: new Date() });
    worker = await startWorkerProcess({ databaseUrl: server.url, dataDir });
    const pid = worker.pid ?? 0;
    const emptyBytes = memoryOf(pid, "VmRSS");
    adoptQueue(await startQueue({ connectionString: server.url, isWorker: false, onError: () => undefined }));
    await enqueue({ name: "stories.assign", data: { language: "en" }, key: "en" });
    const assigned = await waitForStories(pool, worker, window.waiting);
    await delay(settleMs);
    return { emptyBytes, peakBytes: memoryOf(pid, "VmHWM"), afterBytes: memoryOf(pid, "VmRSS"), assigned };
  } finally {
    await stopQueue();
    if (worker && !hasEnded(worker)) {
      worker.kill("SIGTERM");
      await once(worker, "exit");
    }
    await pool.end();
    await server.stop();
    await rm(dataDir, { recursive: true, force: true, maxRetries: 3 });
  }
}

async function waitForStories(pool: pg.Pool, worker: ChildProcess, waiting: number): Promise<number> {
  for (const until = Date.now() + assignMsMax; Date.now() < until && !hasEnded(worker); await delay(1_000)) {
    const { rows } = await pool.query<{ left: number }>("SELECT count(*)::int AS left FROM article WHERE story_id IS NULL");
    if (rows[0]?.left === 0) return waiting;
  }
  throw new Error("the worker did not give all articles their stories");
}

// Source: proc_pid_status(5)
function memoryOf(pid: number, field: "VmRSS" | "VmHWM"): number {
  const found = new RegExp(`^${field}:\\s+(\\d+) kB`, "m").exec(readFileSync(`/proc/${pid}/status`, "utf8"));
  return Number(found?.[1] ?? 0) * 1_024;
}
