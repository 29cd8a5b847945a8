import { nextDueAt } from "./sandbox-renewal";
import type { SandboxCard, SandboxSubscription } from "./sandbox-types";
import { Plan } from "./types";

const statuses = ["active", "past_due", "paused", "ended"] as const;

type SubscriptionRow = Omit<SandboxSubscription, "status" | "plan" | "paidPlan"> & { status: string; plan: string; paidPlan: string };

/** A stored subscription in the sandbox's own words. @throws Error for a row that no version of ours wrote */
export function fromRow(row: SubscriptionRow): SandboxSubscription {
  const { id, customerId, currency, amountMinor, anchorDay, periodStart, periodEnd, isEnding, pastDueSince, failures, resumesAt, endedAt } =
    row;
  const status = statuses.find((each) => each === row.status);
  if (!status) throw new Error(`The sandbox knows no status ${row.status}.`);
  return {
    id,
    customerId,
    status,
    plan: Plan.parse(row.plan),
    paidPlan: Plan.parse(row.paidPlan),
    currency,
    amountMinor,
    anchorDay,
    periodStart,
    periodEnd,
    isEnding,
    pastDueSince,
    failures,
    resumesAt,
    endedAt,
  };
}

/** What is stored of a subscription, with the instant it comes up by itself. */
export function toRow(subscription: SandboxSubscription): SandboxSubscription & { nextDueAt: Date | null } {
  return { ...subscription, nextDueAt: nextDueAt(subscription) };
}

/** What a stored card does; null for none. */
export function cardFrom(behaviour: string | null): SandboxCard | null {
  if (behaviour === null) return null;
  return behaviour === "fails-later" ? "fails-later" : "pays";
}
