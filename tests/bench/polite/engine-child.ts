import { stopFeedLanes } from "@/lib/feeds/feed-lane-gateway";
import type { PollContext } from "@/lib/jobs/context";
import { makeHostPauses } from "@/lib/jobs/host-pauses";
import { pollRound } from "@/lib/jobs/poll-round";
import { db } from "@/lib/platform/db";
import { admitOrigin } from "@/lib/platform/http/admitted-origins";
import { silentLog } from "@/lib/platform/log";
import { stopQueue } from "@/lib/platform/queue";
import type { ChildMessage, ChildOrder } from "./types";

/** Longest that a round told to end may take. */
const drainMs = 15_000;
const hostGapMs = 2_000;

const order: ChildOrder = JSON.parse(process.argv[2] ?? "");
for (const origin of order.origins) admitOrigin(origin);
const stopping = new AbortController();
process.on("SIGTERM", () => stopping.abort());
process.on("disconnect", () => process.exit(0));
await run();

/** The engine's own round, again and again, under a clock that stands still within a round and leaps between two. */
async function run(): Promise<void> {
  let at = order.from;
  const context: PollContext = {
    log: silentLog,
    now: () => new Date(at),
    scope: "all",
    pauses: makeHostPauses(hostGapMs, () => at),
    exemptHosts: [],
    newsroomOrigin: null,
  };
  while (at < order.to && !stopping.signal.aborted) {
    await tell({ kind: "at", at });
    await pollRound(context, { signal: stopping.signal, drainMs: () => drainMs });
    at += order.stepMs;
  }
  await tell({ kind: "done" });
  if (!stopping.signal.aborted) await new Promise((resolve) => stopping.signal.addEventListener("abort", resolve));
  await stopFeedLanes();
  await stopQueue();
  await db.$disconnect();
  process.exit(0);
}

/** Says something to the bench and waits until it has heard it. */
function tell(message: ChildMessage): Promise<void> {
  return new Promise((resolve) => {
    process.once("message", () => resolve());
    process.send?.(message);
  });
}
