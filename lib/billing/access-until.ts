import { addMs, dayMs } from "@/lib/core/clock";
import type { Books, Subscription } from "./types";

/** A renewal may be told late: for so long after the end of its period an active membership stays open. */
const lateMs = dayMs;
/** After a failed renewal everything stays open for so long. */
export const graceMs = 7 * dayMs;

/**
 * Until when the books open everything: what stands in `user.paid_until`. The trial is not in it.
 *
 * @returns null where nothing was ever paid for or given; an instant in the past where all of it is over
 */
export function accessUntil(books: Books): Date | null {
  const paid = books.subscription && subscriptionUntil(books.subscription);
  return latest(paid, books.giftUntil);
}

/**
 * Until when a subscription opens everything: active ones 24 hours past their period, past-due ones through their
 * grace, all others to the end of what is paid, to the millisecond.
 */
export function subscriptionUntil({ state, periodEnd, pastDueSince }: Subscription): Date | null {
  if (!periodEnd) return null;
  if (state === "active") return addMs(periodEnd, lateMs);
  const graceEnd = (state === "past_due" || state === "cancelled") && pastDueSince ? addMs(pastDueSince, graceMs) : null;
  return latest(periodEnd, graceEnd);
}

/** The later of two instants, either of which may be missing. */
export function latest(one: Date | null, other: Date | null): Date | null {
  if (!one || !other) return one ?? other;
  return one > other ? one : other;
}
