import { type ChildProcess, spawn } from "node:child_process";
import { readFile, rm } from "node:fs/promises";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { bundleWorker } from "@/lib/cli/start/bundle-worker";
import { workerFlags, workerMalloc } from "@/lib/jobs/worker-flags";
import { childEnv } from "@/lib/platform/env";

type WorkerPlace = {
  databaseUrl: string;
  dataDir: string;
  /** The worker's module where it is another than the product's, and what comes before the worker's own arguments. */
  entry?: string;
  args?: readonly string[];
  /** Told of the process at once, before it works. */
  onSpawn?: (child: ChildProcess) => void;
};

/** Starts the worker as the start command does, and waits until it says that it works. */
export async function startWorkerProcess({ databaseUrl, dataDir, entry, args = [], onSpawn }: WorkerPlace): Promise<ChildProcess> {
  const log = workerLog(dataDir);
  await rm(log, { force: true });
  // Nobody listens at the web's origin: page invalidations fail and are tried again, as when the web is away.
  const script = bundleWorker({ entry, folder: bundleFolder });
  const child = spawn(process.execPath, [...workerFlags, script, ...args, "--web-origin", "http://127.0.0.1:9", "--scope", "all"], {
    // With the channel to us the worker ends when we do.
    stdio: ["ignore", "inherit", "inherit", "ipc"],
    env: childEnv({ NODE_ENV: "production", LOG_LEVEL: "info", DATABASE_URL: databaseUrl, DATA_DIR: dataDir, ...workerMalloc }),
  });
  onSpawn?.(child);
  while (!(await readWorkerLog(dataDir)).includes("worker started")) {
    if (hasEnded(child)) throw new Error(`the worker ended with ${child.signalCode ?? child.exitCode}`);
    await delay(20);
  }
  return child;
}

/** What the worker with this folder has logged; empty before it has logged anything. */
export const readWorkerLog = (dataDir: string): Promise<string> => readFile(workerLog(dataDir), "utf8").catch(() => "");

/** Whether a process is no more, whichever way it went. */
export const hasEnded = ({ exitCode, signalCode }: ChildProcess): boolean => exitCode !== null || signalCode !== null;

/** Apart from the product's own, which may be running. */
export const bundleFolder = ".worker/bench";

const workerLog = (dataDir: string): string => path.join(dataDir, "logs", "worker.log");
