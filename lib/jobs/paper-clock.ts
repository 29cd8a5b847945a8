import { hourMs } from "@/lib/core/clock";
import { enqueue, type JobRequest } from "@/lib/platform/queue";
import type { WorkerContext } from "./context";

/** Asks every hour for the repair of topics and for sections to be taught, which each language needs once a day. @returns stops it */
export function startPaperClock(context: Pick<WorkerContext, "log">): () => void {
  const ask = (job: JobRequest): void => {
    // A database that is away for a while must not end the worker: the next tick asks again.
    enqueue(job).catch((cause: unknown) => context.log.error({ err: cause }, "could not enqueue"));
  };
  const askAll = (): void => {
    ask({ name: "topics.refresh", data: {}, key: "topics" });
    ask({ name: "sections.train", data: {}, key: "sections" });
  };
  askAll();
  const clock = setInterval(askAll, hourMs);
  return () => clearInterval(clock);
}
