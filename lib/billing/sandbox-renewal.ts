import { addMs, dayMs } from "@/lib/core/clock";
import { periodEndAfter } from "./sandbox-period";
import type { SandboxCard, SandboxEffect, SandboxOutcome, SandboxSubscription } from "./sandbox-types";

/** A failed renewal is tried again after these days, and given up with the grace that our own books know. */
const retryAfterDays = [1, 3, 5] as const;
const givenUpAfterDays = 7;

/**
 * Lives a subscription through to `until`: everything that falls due happens in order and at its own instant.
 * Doing it in one go or in any number of parts comes to the same.
 *
 * @param card what the card does when it is charged; null for no card, which fails
 */
export function runDue(subscription: SandboxSubscription, card: SandboxCard | null, until: Date): SandboxOutcome {
  let current = subscription;
  const effects: SandboxEffect[] = [];
  for (let due = nextDueAt(current); due !== null && due <= until; due = nextDueAt(current)) {
    const step = happen(current, card, due);
    current = step.subscription;
    effects.push(...step.effects);
  }
  return { subscription: current, effects };
}

/** When something happens to it by itself next; null once it has ended. */
export function nextDueAt(subscription: SandboxSubscription): Date | null {
  switch (subscription.status) {
    case "active":
      return subscription.periodEnd;
    case "paused":
      return subscription.resumesAt;
    case "past_due":
      return nextTryAt(subscription);
    case "ended":
      return null;
    default:
      return subscription.status satisfies never;
  }
}

function nextTryAt({ pastDueSince, failures }: SandboxSubscription): Date | null {
  if (!pastDueSince) return null;
  return addMs(pastDueSince, (retryAfterDays[failures - 1] ?? givenUpAfterDays) * dayMs);
}

function happen(subscription: SandboxSubscription, card: SandboxCard | null, at: Date): SandboxOutcome {
  if (subscription.status === "past_due" && subscription.failures > retryAfterDays.length) return endAt(subscription, at);
  if (subscription.status !== "active") return chargePeriod(subscription, card, at);
  if (subscription.isEnding) return endAt(subscription, at);
  if (subscription.resumesAt && subscription.resumesAt > at) {
    return { subscription: { ...subscription, status: "paused" }, effects: [{ kind: "subscription-changed", at }] };
  }
  return chargePeriod(subscription, card, at);
}

/**
 * Charges the next period at `at`. It begins where the last one ended, at the end of a pause, or where a payment first
 * failed: a late payment neither gives nor takes a day.
 */
export function chargePeriod(subscription: SandboxSubscription, card: SandboxCard | null, at: Date): SandboxOutcome {
  const { plan, amountMinor, pastDueSince, status } = subscription;
  const periodStart = pastDueSince ?? at;
  const anchorDay = status === "paused" ? periodStart.getUTCDate() : subscription.anchorDay;
  const period = { periodStart, periodEnd: periodEndAfter(periodStart, plan, anchorDay) };
  const charged = { ...subscription, anchorDay, resumesAt: null };
  const changed: SandboxEffect = { kind: "subscription-changed", at };
  if (card === "pays") {
    const paid = { ...charged, ...period, status: "active" as const, paidPlan: plan, pastDueSince: null, failures: 0 };
    return { subscription: paid, effects: [{ kind: "invoice-paid", at, amountMinor, ...period }, changed] };
  }
  const owing = { ...charged, status: "past_due" as const, pastDueSince: periodStart, failures: subscription.failures + 1 };
  return { subscription: owing, effects: [{ kind: "payment-failed", at, amountMinor, ...period }, changed] };
}

/** Ends it at `at`; what is still owed is struck out, so nothing is charged afterwards. */
export function endAt(subscription: SandboxSubscription, at: Date): SandboxOutcome {
  const effects: SandboxEffect[] = subscription.status === "past_due" ? [{ kind: "invoice-voided", at }] : [];
  effects.push({ kind: "subscription-ended", at });
  const ended = { ...subscription, status: "ended" as const, endedAt: at, resumesAt: null, pastDueSince: null, failures: 0 };
  return { subscription: ended, effects };
}
