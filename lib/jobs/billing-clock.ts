import { isSandboxOn } from "@/lib/billing/sandbox-hook-gateway";
import { hourMs, minuteMs } from "@/lib/core/clock";
import { enqueue, type JobRequest } from "@/lib/platform/queue";
import type { WorkerContext } from "./context";

const noticesEveryMs = 5 * minuteMs;
/** The hour of what is checked every night, UTC. */
const nightHour = 3;
/** The books are looked at when a month that is due has been closed. */
const checkDelaySec = 1_800;

/**
 * Asks for the timed work of the books: notices every five minutes, once a night the comparison with the provider, the
 * check of the audit log, the closing of a month that is due and the check of the books, and at once the books of the demo.
 *
 * @returns stops it
 */
export function startBillingClock(context: Pick<WorkerContext, "log" | "now" | "newsroomOrigin">): () => void {
  const ask = (job: JobRequest): void => {
    // A database that is away for a while must not end the worker: the next tick asks again.
    enqueue(job).catch((cause: unknown) => context.log.error({ err: cause }, "could not enqueue"));
  };
  const askNotices = (): void => ask({ name: "billing.notices", data: {}, key: "all" });
  const askNightly = (): void => {
    if (context.now().getUTCHours() !== nightHour) return;
    ask({ name: "billing.reconcile", data: {}, key: "reconcile" });
    ask({ name: "audit.verify", data: {}, key: "audit" });
    ask({ name: "payouts.close", data: {}, key: "next" });
    ask({ name: "payouts.check", data: {}, key: "books", delaySec: checkDelaySec });
  };
  const askSandbox = (): void => {
    if (isSandboxOn()) ask({ name: "sandbox.deliver", data: {} });
  };
  askNotices();
  if (context.newsroomOrigin !== null) ask({ name: "billing.demo", data: {}, key: "demo" });
  askSandbox();
  const clocks = [setInterval(askSandbox, minuteMs), setInterval(askNotices, noticesEveryMs), setInterval(askNightly, hourMs)];
  return () => {
    for (const clock of clocks) clearInterval(clock);
  };
}
