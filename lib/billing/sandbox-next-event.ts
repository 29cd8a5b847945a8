import { addMs, dayMs, secondMs } from "@/lib/core/clock";
import { addMonths } from "./add-months";
import { nextDueAt } from "./sandbox-renewal";
import type { ClockStep, SandboxSubscription } from "./sandbox-types";

type Facts = { now: Date; trialEndsAt: Date | null; giftUntil: Date | null; subscription: SandboxSubscription | null };
type Coming = { at: Date; words: string };

/** The next thing that happens on an account's clock, in words; null where nothing is left to come. */
export function nextEvent({ now, trialEndsAt, giftUntil, subscription }: Facts): Coming | null {
  const trial = trialEndsAt
    ? [
        { at: addMs(trialEndsAt, -3 * dayMs), words: "the trial has three days left" },
        { at: addMs(trialEndsAt, -dayMs), words: "the trial has one day left" },
        { at: trialEndsAt, words: "the trial ends" },
      ]
    : [];
  const gift = giftUntil ? [{ at: giftUntil, words: "the gift ends" }] : [];
  const due = subscription && nextDueAt(subscription);
  const paid = subscription && due ? [{ at: due, words: dueWords(subscription) }] : [];
  const coming = [...trial, ...gift, ...paid].filter(({ at }) => at > now);
  return coming.sort((a, b) => a.at.getTime() - b.at.getTime())[0] ?? null;
}

function dueWords({ status, isEnding, resumesAt, periodEnd }: SandboxSubscription): string {
  if (status === "past_due") return "the card is tried again, or given up";
  if (status === "paused") return "the pause ends and a period is charged";
  if (isEnding) return "the membership ends";
  return resumesAt && resumesAt > periodEnd ? "the pause begins" : "the membership renews";
}

const daysOf = { day: 1, "three-days": 3, "eleven-days": 11 } as const;

/** How many whole seconds a step moves a clock by, at least one; null where there is no next event to move to. */
export function stepSec(step: ClockStep, facts: Facts): number | null {
  const { now } = facts;
  const to =
    step === "month" ? addMonths(now, 1) : step === "next-event" ? (nextEvent(facts)?.at ?? null) : addMs(now, daysOf[step] * dayMs);
  return to && Math.max(1, Math.ceil((to.getTime() - now.getTime()) / secondMs));
}
