import { hourMs, minuteMs } from "@/lib/core/clock";
import { enqueue, type JobRequest } from "@/lib/platform/queue";
import type { WorkerContext } from "./context";

/** Whoever did something while no worker ran is found again within this time. */
const wholeLookbackHours = 30 * 24;
/** What readers do with an article a day or two after they opened it is counted with its opening. */
const countedDays = 3;

/**
 * Asks every hour for the repair of topics, for a look at titles that went quiet and for sections to be taught, which each
 * language needs once a day, and
 * every minute for what readers did to be learnt from. @returns stops it
 */
export function startPaperClock(context: Pick<WorkerContext, "log">): () => void {
  const ask = (job: JobRequest): void => {
    // A database that is away for a while must not end the worker: the next tick asks again.
    enqueue(job).catch((cause: unknown) => context.log.error({ err: cause }, "could not enqueue"));
  };
  const askAll = (): void => {
    ask({ name: "topics.refresh", data: {}, key: "topics" });
    ask({ name: "sections.train", data: {}, key: "sections" });
    ask({ name: "titles.quiet", data: {}, key: "quiet" });
    ask({ name: "profiles.learn", data: { lookbackHours: wholeLookbackHours }, key: "all" });
    ask({ name: "partners.count", data: { days: countedDays, hasCountries: true }, key: "titles" });
  };
  askAll();
  const clocks = [
    setInterval(askAll, hourMs),
    setInterval(() => ask({ name: "profiles.learn", data: { lookbackHours: 2 }, key: "recent" }), minuteMs),
  ];
  return () => clocks.forEach(clearInterval);
}
