import { createLog } from "@/lib/platform/log";
import { fitHeapGrowth } from "./heap-growth";
import { type RunningWorker, startWorker } from "./start-worker";
import { readWorkerOptions, WorkerMessage } from "./worker-options";

/** Longest that running jobs may take to end after SIGTERM. */
const drainMs = 20_000;
/** When the parent has gone nobody waits for us, but half a poll is still better ended. */
const orphanDrainMs = 3_000;

const log = createLog("worker");
let isStopping = false;
fitHeapGrowth();

const running = startWorker(readWorkerOptions(process.argv.slice(2)), log);
running.catch((cause: unknown) => {
  log.fatal({ err: cause }, "the worker could not start");
  process.exit(1);
});

process.on("SIGTERM", () => void stop(drainMs));
process.on("SIGINT", () => void stop(drainMs));
process.on("disconnect", () => void stop(orphanDrainMs));
process.on("message", (message: unknown) => void widen(message));
process.on("unhandledRejection", (cause) => log.error({ err: cause }, "unhandled rejection"));

async function widen(message: unknown): Promise<void> {
  const read = WorkerMessage.safeParse(message);
  if (!read.success) return log.warn({ issues: read.error.issues }, "a message that is none of ours");
  (await running).setScope(read.data.scope);
}

async function stop(withinMs: number): Promise<void> {
  if (isStopping) return;
  isStopping = true;
  const worker: RunningWorker | null = await running.catch(() => null);
  // A stop that hangs must not outlive its promise.
  setTimeout(() => process.exit(1), withinMs + 5_000).unref();
  await worker?.stop(withinMs);
  process.exit(0);
}
