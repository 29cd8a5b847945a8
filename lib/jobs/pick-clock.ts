import { addMs, minuteMs, secondMs } from "@/lib/core/clock";
import { hasTurned } from "@/lib/editorial/has-turned";
import { listPublished } from "@/lib/editorial/published-store";
import { enqueue } from "@/lib/platform/queue";
import type { WorkerContext } from "./context";

/** What began or ended while no worker ran: kept pages live ten minutes at most. */
const lookbackMs = 10 * minuteMs;

/** Has the pages with picks made anew when a pick begins or ends by the clock: looks once a second. @returns stops it */
export function startPickClock(context: Pick<WorkerContext, "log" | "now">): () => void {
  let from = addMs(context.now(), -lookbackMs);
  let isLooking = false;
  const look = async (): Promise<void> => {
    const now = context.now();
    const lists = await listPublished(from);
    if (
      hasTurned(
        lists.flatMap(({ entries }) => entries),
        from,
        now,
      )
    )
      await enqueue({ name: "pages.invalidate", data: { tags: ["picks", "front"] } });
    from = now;
  };
  const clock = setInterval(() => {
    if (isLooking) return;
    isLooking = true;
    look()
      // A database that is away for a while must not end the worker: the next look goes back to where this one began.
      .catch((cause: unknown) => context.log.error({ err: cause }, "could not look at the picks"))
      .finally(() => {
        isLooking = false;
      });
  }, secondMs);
  return () => clearInterval(clock);
}
