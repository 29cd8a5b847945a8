import { advance } from "./advance-books";
import type { BooksEvent, Subscription } from "./types";

/**
 * What happened between two states of a subscription, as the events that lead from one to the other: folding them
 * with `advance` over the first gives the second.
 *
 * @param before null where there was none, or another one
 */
export function listChanges(before: Subscription | null, after: Subscription): BooksEvent[] {
  const events: BooksEvent[] = [];
  let present = before?.state === "lapsed" && after.state !== "lapsed" ? null : before;
  const note = (event: BooksEvent | null): void => {
    if (!event) return;
    events.push(event);
    present = advance({ trialEndsAt: null, giftUntil: null, subscription: present }, event).subscription;
  };
  if (!present) note(startOf(after));
  for (const step of steps) note(present && step(present, after));
  return events;
}

type Step = (present: Subscription, after: Subscription) => BooksEvent | null;

// In this order: each looks at what the ones before it have left.
const steps: Step[] = [changePlan, renew, owe, cancel, pause, end];

function startOf({ plan, currency, amountMinor, periodStart, periodEnd }: Subscription): BooksEvent | null {
  if (currency === null || amountMinor === null || !periodStart || !periodEnd) return null;
  return { kind: "started", plan, currency, amountMinor, periodStart, periodEnd };
}

function changePlan(present: Subscription, { plan, currency, amountMinor }: Subscription): BooksEvent | null {
  if (currency === null || amountMinor === null) return null;
  const isSame = plan === present.plan && currency === present.currency && amountMinor === present.amountMinor;
  return isSame ? null : { kind: "plan-changed", plan, currency, amountMinor };
}

function renew(present: Subscription, { state, periodStart, periodEnd }: Subscription): BooksEvent | null {
  if (!periodStart || !periodEnd || present.state === "lapsed") return null;
  const isSame = isAt(periodStart, present.periodStart) && (state === "lapsed" || isAt(periodEnd, present.periodEnd));
  return isSame ? null : { kind: "renewed", periodStart, periodEnd };
}

function owe(present: Subscription, { state, pastDueSince }: Subscription): BooksEvent | null {
  if (state === "lapsed" || isAt(pastDueSince, present.pastDueSince)) return null;
  return pastDueSince ? { kind: "payment-failed", since: pastDueSince } : { kind: "payment-mended" };
}

function cancel(present: Subscription, { state, cancelledAt }: Subscription): BooksEvent | null {
  if (state === "cancelled" && cancelledAt) return present.state === "cancelled" ? null : { kind: "cancelled", at: cancelledAt };
  return present.state === "cancelled" && state !== "lapsed" ? { kind: "cancel-undone" } : null;
}

function pause(present: Subscription, { state, resumesAt }: Subscription): BooksEvent | null {
  if (state === "paused" && resumesAt) return isAt(resumesAt, present.resumesAt) ? null : { kind: "paused", resumesAt };
  return present.state === "paused" && state !== "lapsed" ? { kind: "resumed" } : null;
}

function end(present: Subscription, { state, periodEnd }: Subscription): BooksEvent | null {
  return state === "lapsed" && present.state !== "lapsed" && periodEnd ? { kind: "ended", paidUntil: periodEnd } : null;
}

const isAt = (one: Date | null, other: Date | null): boolean => one?.getTime() === other?.getTime();
