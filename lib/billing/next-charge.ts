import type { Books } from "./types";

/** What is asked of a reader next, and when; `retrying` for a payment that failed and is tried again. */
export type NextCharge = { at: Date; amountMinor: number; currency: string; isRetry: boolean };

/**
 * The next charge these books allow; null where nothing may be charged: without a subscription, and after a
 * cancellation or an end. A trial and a present never lead to one.
 */
export function nextCharge({ subscription }: Books): NextCharge | null {
  if (!subscription) return null;
  const { state, periodEnd, pastDueSince, resumesAt, amountMinor, currency } = subscription;
  const at = { active: periodEnd, past_due: pastDueSince, paused: resumesAt, cancelled: null, lapsed: null }[state];
  if (!at || amountMinor === null || currency === null) return null;
  return { at, amountMinor, currency, isRetry: state === "past_due" };
}
