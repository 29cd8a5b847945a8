import type { WorkerContext } from "./context";
import { pollRound } from "./poll-round";
import { makeWake } from "./wake";

export type PollLoop = {
  /** Looks at the schedule now, such as after the scope was widened. */
  wake: () => void;
  /** Claims nothing more, lets feeds in hand be written within `drainMs`, gives the others back. */
  stop: (drainMs: number) => Promise<void>;
};

/** How often the schedule is looked at while nothing is due: one indexed query. */
const restMs = 1_000;

/** Runs round after round, one at a time, until stopped; a round begins within a second of a feed's hour. */
export function startPollLoop(context: WorkerContext): PollLoop {
  const stopping = new AbortController();
  const wake = makeWake();
  let drainUntil = 0;
  const drainMs = () => Math.max(0, drainUntil - performance.now());
  const run = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      const counts = await pollRound(context, { signal: stopping.signal, drainMs });
      const polled = counts.stored + counts.unchanged + counts.failed + counts.lost;
      if (polled > 0) context.log.info({ job: "feeds.round", ...counts });
      if (!stopping.signal.aborted) await wake.next(restMs);
    }
  };
  const running = run().catch((cause: unknown) => context.log.error({ err: cause }, "the poll loop ended"));
  return {
    wake: wake.now,
    stop: async (withinMs) => {
      drainUntil = performance.now() + withinMs;
      stopping.abort();
      wake.now();
      await running;
    },
  };
}
