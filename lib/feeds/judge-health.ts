import { minuteMs } from "@/lib/core/clock";
import { failingFrom } from "./judge-poll";

/** A feed's record as its admin reads it; instants in UTC. */
export type FeedRecord = {
  id: number;
  url: string;
  /** Slug of its publisher. */
  publisher: string;
  addedBy: "catalogue" | "member";
  lastPolledAt: Date | null;
  lastSuccessAt: Date | null;
  nextPollAt: Date;
  /** Somebody is polling it until then; null when nobody is. */
  leaseUntil: Date | null;
  goneAt: Date | null;
  /** Its host asked for rest until then. */
  heldUntil: Date | null;
  failureCount: number;
  lastErrorKind: string | null;
  /** The last error in words. */
  lastError: string | null;
  /** How often in 30 days its window had moved past our last entry. */
  gaps: number;
  /** Articles a day of its publisher, all feeds together, over the last week. */
  articlesADay: number;
};

export type FeedState = "new" | "healthy" | "late" | "held" | "failing" | "refused" | "gone";

export type FeedHealth = FeedRecord & { state: FeedState; latenessSec: number };

/** A poll that has not begun this long after its hour is late; anything less is queueing. */
export const lateMs = 5 * minuteMs;

/**
 * How a feed is: `gone` (withdrawn by a 410), `refused` (robots.txt names us), `failing` (three failures in a row or
 * more), `held` (its host asked for rest), `late` (due for more than five minutes), `new` (never polled), else `healthy`. The worst one counts.
 *
 * @returns the record with its state and how long it has been due, in seconds; 0 for what rests by right
 */
export function judgeHealth(record: FeedRecord, now: Date): FeedHealth {
  const isHeld = record.heldUntil !== null && record.heldUntil > now;
  const isResting = isHeld || record.goneAt !== null || (record.leaseUntil !== null && record.leaseUntil > now);
  const lateness = isResting ? 0 : Math.max(0, now.getTime() - record.nextPollAt.getTime());
  return { ...record, latenessSec: Math.round(lateness / 1_000), state: stateOf(record, isHeld, lateness > lateMs) };
}

function stateOf(record: FeedRecord, isHeld: boolean, isLate: boolean): FeedState {
  if (record.goneAt !== null) return "gone";
  if (record.lastErrorKind === "robots") return "refused";
  if (record.failureCount >= failingFrom) return "failing";
  if (isHeld) return "held";
  if (isLate) return "late";
  return record.lastPolledAt === null ? "new" : "healthy";
}
