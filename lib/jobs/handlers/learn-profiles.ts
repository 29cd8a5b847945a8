import { addMs, hourMs, minuteMs } from "@/lib/core/clock";
import { learnFromReader } from "@/lib/ranking/learn-store";
import { listDueReaders } from "@/lib/ranking/signal-store";
import type { WorkerContext } from "../context";
import type { Payload } from "../payloads";

/** Reading that goes on is learnt from when it has come to rest, so that it counts once. */
const settleMs = 10 * minuteMs;

/** Learns from what readers have done in the last hours and were not yet learnt from. */
export async function learnProfiles(
  { lookbackHours }: Payload<"profiles.learn">,
  context: Pick<WorkerContext, "log" | "now">,
): Promise<void> {
  const now = context.now();
  const until = addMs(now, -settleMs);
  const readers = await listDueReaders({ after: addMs(until, -lookbackHours * hourMs), until });
  let signals = 0;
  for (const userId of readers) signals += (await learnFromReader(userId, until, now)).signals;
  if (readers.length > 0) context.log.info({ job: "profiles.learn", readers: readers.length, signals });
}
