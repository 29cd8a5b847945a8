import path from "node:path";
import type { FeedScope } from "@/lib/feeds/claim-store";
import { stopFeedLanes } from "@/lib/feeds/feed-lane-gateway";
import { db } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";
import { admitOrigin, isAdmittedOrigin } from "@/lib/platform/http/admitted-origins";
import type { Log } from "@/lib/platform/log";
import { adoptQueue, enqueue, startQueue, stopQueue } from "@/lib/platform/queue";
import { startBillingClock } from "./billing-clock";
import { makeClaimPace } from "./claim-pace";
import type { WorkerContext } from "./context";
import { createHostGate } from "./host-gate";
import { makeHostPauses } from "./host-pauses";
import { makeLeaseJournal } from "./lease-journal";
import { startPaperClock } from "./paper-clock";
import { startPickClock } from "./pick-clock";
import { startPollLoop } from "./poll-loop";
import { registerHandlers } from "./register-handlers";
import type { WorkerOptions } from "./worker-options";

export type RunningWorker = {
  /** Polls more or fewer feeds from now on. */
  setScope: (scope: FeedScope) => void;
  /** Takes no new job, lets running ones end within `drainMs`, closes every connection. */
  stop: (drainMs: number) => Promise<void>;
};

const refreshEveryMs = 5 * 60_000;
const hubsEveryMs = 5 * 60_000;
/** Between two requests to one publisher's host. Source: security notes, section 4, item 11. */
const hostGapMs = 2_000;
/** Longer than any one document may take: who has lived so long is not likely to die of what it took first. */
const provenMs = 15_000;

/**
 * Starts working: queues, handlers, the loop that polls feeds, and the clock that keeps stories fresh.
 *
 * @throws Error without `DATABASE_URL`
 */
export async function startWorker(options: WorkerOptions, log: Log): Promise<RunningWorker> {
  const connectionString = env().DATABASE_URL;
  if (!connectionString) throw new Error("DATABASE_URL is not set: `npm start` hands it to the worker.");
  if (options.newsroomOrigin) admitOrigin(options.newsroomOrigin);
  const journal = makeLeaseJournal(path.join(env().DATA_DIR, "leases"), log);
  let pollingSince = Number.POSITIVE_INFINITY;
  const context: WorkerContext = {
    log,
    gate: createHostGate(hostGapMs, (url) => isAdmittedOrigin(new URL(url).origin)),
    pauses: makeHostPauses(hostGapMs),
    exemptHosts: options.newsroomOrigin ? [new URL(options.newsroomOrigin).host] : [],
    webOrigin: options.webOrigin,
    newsroomOrigin: options.newsroomOrigin,
    scope: options.scope,
    now: () => new Date(),
    isProven: () => performance.now() - pollingSince > provenMs,
    claimPace: makeClaimPace(),
    noteHeld: journal.note,
  };
  // First of all: others may take them while this worker is still starting.
  await journal.giveBack(context.now());
  const boss = await startQueue({ connectionString, isWorker: true, onError: (cause) => log.error({ err: cause }, "queue") });
  adoptQueue(boss);
  await registerHandlers(boss, context);
  void refresh(context);
  const clock = setInterval(() => void refresh(context), refreshEveryMs);
  void askHubs(context);
  const hubClock = setInterval(() => void askHubs(context), hubsEveryMs);
  const stopBillingClock = startBillingClock(context);
  const stopPaperClock = startPaperClock(context);
  const stopPickClock = startPickClock(context);
  pollingSince = performance.now();
  const polls = startPollLoop(context);
  log.info({ scope: options.scope }, "worker started");
  const setScope = (scope: FeedScope) => {
    context.scope = scope;
    polls.wake();
  };
  const stop = async (drainMs: number) => {
    clearInterval(clock);
    clearInterval(hubClock);
    stopBillingClock();
    stopPaperClock();
    stopPickClock();
    await polls.stop(drainMs);
    journal.close();
    await stopFeedLanes();
    await stopQueue(drainMs);
    await db.$disconnect();
    log.info("worker stopped");
  };
  return { setScope, stop };
}

const refresh = (context: WorkerContext): Promise<void> =>
  sendQuietly(context, () => enqueue({ name: "stories.refresh", data: {}, key: "refresh" }));

const askHubs = (context: WorkerContext): Promise<void> =>
  sendQuietly(context, () => enqueue({ name: "feeds.hubs", data: {}, key: "hubs" }));

/** A database that is away for a while must not end the worker: the next tick tries again. */
async function sendQuietly(context: WorkerContext, send: () => Promise<boolean>): Promise<void> {
  try {
    await send();
  } catch (cause) {
    context.log.error({ err: cause }, "could not enqueue");
  }
}
