import type { FeedScope } from "@/lib/feeds/store";
import { db } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";
import { admitOrigin, isAdmittedOrigin } from "@/lib/platform/http/admitted-origins";
import type { Log } from "@/lib/platform/log";
import { adoptQueue, enqueue, startQueue, stopQueue } from "@/lib/platform/queue";
import type { WorkerContext } from "./context";
import { createHostGate } from "./host-gate";
import { registerHandlers } from "./register-handlers";
import type { WorkerOptions } from "./worker-options";

export type RunningWorker = {
  /** Polls more or fewer feeds from now on. */
  setScope: (scope: FeedScope) => void;
  /** Takes no new job, lets running ones end within `drainMs`, closes every connection. */
  stop: (drainMs: number) => Promise<void>;
};

const sweepEveryMs = 15_000;
const refreshEveryMs = 5 * 60_000;
/** Between two requests to one publisher's host. Source: security notes, section 4, item 11. */
const hostGapMs = 2_000;

/**
 * Starts working: queues, handlers, and the two clocks that keep feeds and stories moving.
 *
 * @throws Error without `DATABASE_URL`
 */
export async function startWorker(options: WorkerOptions, log: Log): Promise<RunningWorker> {
  const connectionString = env().DATABASE_URL;
  if (!connectionString) throw new Error("DATABASE_URL is not set: `npm start` hands it to the worker.");
  if (options.newsroomOrigin) admitOrigin(options.newsroomOrigin);
  const context: WorkerContext = {
    log,
    gate: createHostGate(hostGapMs, (url) => isAdmittedOrigin(new URL(url).origin)),
    webOrigin: options.webOrigin,
    newsroomOrigin: options.newsroomOrigin,
    scope: options.scope,
    now: () => new Date(),
  };
  const boss = await startQueue({ connectionString, isWorker: true, onError: (cause) => log.error({ err: cause }, "queue") });
  adoptQueue(boss);
  await registerHandlers(boss, context);
  const timers = startClocks(context);
  log.info({ scope: options.scope }, "worker started");
  const setScope = (scope: FeedScope) => {
    context.scope = scope;
    void sweep(context);
  };
  const stop = async (drainMs: number) => {
    for (const timer of timers) clearInterval(timer);
    await stopQueue(drainMs);
    await db.$disconnect();
    log.info("worker stopped");
  };
  return { setScope, stop };
}

function startClocks(context: WorkerContext): NodeJS.Timeout[] {
  void sweep(context);
  void refresh(context);
  return [setInterval(() => void sweep(context), sweepEveryMs), setInterval(() => void refresh(context), refreshEveryMs)];
}

/** One sweep is queued or running at a time, whoever asks (the queue is `exclusive`). */
const sweep = (context: WorkerContext): Promise<void> =>
  sendQuietly(context, () => enqueue({ name: "feeds.sweep", data: { scope: context.scope } }));

const refresh = (context: WorkerContext): Promise<void> =>
  sendQuietly(context, () => enqueue({ name: "stories.refresh", data: {}, key: "refresh" }));

/** A database that is away for a while must not end the worker: the next tick tries again. */
async function sendQuietly(context: WorkerContext, send: () => Promise<boolean>): Promise<void> {
  try {
    await send();
  } catch (cause) {
    context.log.error({ err: cause }, "could not enqueue");
  }
}
