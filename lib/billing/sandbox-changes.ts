import { addMs, dayMs } from "@/lib/core/clock";
import { err, ok, type Result } from "@/lib/core/result";
import { periodEndAfter } from "./sandbox-period";
import { chargePeriod, endAt } from "./sandbox-renewal";
import type { SandboxCard, SandboxOutcome, SandboxSubscription } from "./sandbox-types";
import type { Price } from "./types";

/** A change someone asked for, at an instant up to which everything due has happened. The error says why not. */
export type SandboxChange = (subscription: SandboxSubscription, card: SandboxCard | null, now: Date) => Result<SandboxOutcome, string>;

const pauseDaysMax = 100;

/**
 * Ends a subscription with the period that is paid for. Where none is (a failed renewal, a pause that has begun), it
 * ends at once: nothing is charged after someone has cancelled.
 */
export const cancelAtPeriodEnd: SandboxChange = (subscription, _card, now) => {
  if (subscription.status === "ended") return err("It has ended already.");
  if (subscription.status !== "active") return ok(endAt(subscription, now));
  return changed({ ...subscription, isEnding: true, resumesAt: null }, now);
};

export const undoCancel: SandboxChange = (subscription, _card, now) => {
  if (subscription.status !== "active") return err("It has ended already.");
  return changed({ ...subscription, isEnding: false }, now);
};

/** No charge from the end of the paid period until `resumesAt`; the paid days are kept. */
export const pauseUntil =
  (resumesAt: Date): SandboxChange =>
  (subscription, _card, now) => {
    const { status, isEnding, periodEnd } = subscription;
    if (status !== "active" || isEnding) return err("Only a running membership can be paused.");
    if (resumesAt <= periodEnd || resumesAt > addMs(periodEnd, pauseDaysMax * dayMs)) return err("That is no time to resume at.");
    return changed({ ...subscription, resumesAt }, now);
  };

/** Ends a pause: before it has begun nothing changes but that; afterwards a period begins and is paid for now. */
export const resumeNow: SandboxChange = (subscription, card, now) => {
  if (subscription.status === "active" && subscription.resumesAt) return changed({ ...subscription, resumesAt: null }, now);
  if (subscription.status !== "paused") return err("It is not paused.");
  return card === "pays" ? ok(chargePeriod(subscription, card, now)) : err("The card was declined.");
};

/**
 * A longer plan begins at once, and what is left of the running period is taken off its price. Anything else begins
 * when the running period is over, so that no paid day is lost and none has to be paid back.
 */
export const changePlan =
  (price: Price): SandboxChange =>
  (subscription, card, now) => {
    const { status, isEnding, resumesAt, plan, paidPlan, currency } = subscription;
    if (status !== "active" || isEnding || resumesAt) return err("Only a running membership can change its plan.");
    if (price.currency !== currency) return err("A membership keeps its currency.");
    const next = { ...subscription, plan: price.plan, amountMinor: price.amountMinor };
    const isLonger = plan === "monthly" && paidPlan === "monthly" && price.plan === "yearly";
    if (!isLonger) return changed(next, now);
    if (card !== "pays") return err("The card was declined.");
    const anchorDay = now.getUTCDate();
    const period = { periodStart: now, periodEnd: periodEndAfter(now, price.plan, anchorDay) };
    const amountMinor = Math.max(0, price.amountMinor - unusedMinor(subscription, now));
    return ok({
      subscription: { ...next, ...period, anchorDay, paidPlan: price.plan },
      effects: [
        { kind: "invoice-paid", at: now, amountMinor, ...period },
        { kind: "subscription-changed", at: now },
      ],
    });
  };

/** Ends it now, whatever is paid for. */
export const endNow: SandboxChange = (subscription, _card, now) =>
  subscription.status === "ended" ? ok({ subscription, effects: [] }) : ok(endAt(subscription, now));

/** A new card pays at once what an old one could not. */
export const payWhatIsOwed: SandboxChange = (subscription, card, now) =>
  subscription.status === "past_due" ? ok(chargePeriod(subscription, card, now)) : ok({ subscription, effects: [] });

/** Worth of the days that are left of the running period, rounded in the member's favour. */
function unusedMinor({ amountMinor, periodStart, periodEnd }: SandboxSubscription, now: Date): number {
  const [whole, left] = [periodEnd.getTime() - periodStart.getTime(), periodEnd.getTime() - now.getTime()];
  return Math.min(amountMinor, Math.ceil((amountMinor * Math.max(0, left)) / whole));
}

const changed = (subscription: SandboxSubscription, at: Date): Result<SandboxOutcome, string> =>
  ok({ subscription, effects: [{ kind: "subscription-changed", at }] });
