import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cancelAtPeriodEnd, changePlan, endNow, pauseUntil, payWhatIsOwed, resumeNow, undoCancel } from "@/lib/billing/sandbox-changes";
import { periodEndAfter } from "@/lib/billing/sandbox-period";
import { nextDueAt, runDue } from "@/lib/billing/sandbox-renewal";
import type { SandboxCard, SandboxEffect, SandboxSubscription } from "@/lib/billing/sandbox-types";
import { addMs, dayMs } from "@/lib/core/clock";

const start = new Date("2026-01-31T09:30:00Z");
const fresh: SandboxSubscription = {
  id: "sub",
  customerId: "cus",
  status: "active",
  plan: "monthly",
  currency: "USD",
  amountMinor: 999,
  paidPlan: "monthly",
  anchorDay: 31,
  periodStart: start,
  periodEnd: periodEndAfter(start, "monthly", 31),
  isEnding: false,
  pastDueSince: null,
  failures: 0,
  resumesAt: null,
  endedAt: null,
};
const yearly = { plan: "yearly", currency: "USD", amountMinor: 9900, providerPriceId: null } as const;
const monthly = { plan: "monthly", currency: "USD", amountMinor: 999, providerPriceId: null } as const;

type Life = { subscription: SandboxSubscription; effects: SandboxEffect[] };
const kinds = (life: Life) => life.effects.map((effect) => effect.kind);
const change = (asked: ReturnType<typeof cancelAtPeriodEnd>): Life => {
  if (!asked.ok) throw new Error(asked.error);
  return asked.value;
};

describe("a subscription left alone", () => {
  it("renews on its own day, or the month's last where there is none", () => {
    const { effects } = runDue(fresh, "pays", new Date("2026-05-31T09:30:00Z"));
    const paid = effects.flatMap((effect) => (effect.kind === "invoice-paid" ? [effect.periodStart.toISOString().slice(0, 10)] : []));
    expect(paid).toEqual(["2026-02-28", "2026-03-31", "2026-04-30", "2026-05-31"]);
  });

  it("is tried four times on a card that fails, then ends on the seventh day with nothing owed", () => {
    const { subscription, effects } = runDue(fresh, "fails-later", addMs(fresh.periodEnd, 30 * dayMs));
    const days = effects.flatMap((effect) => (effect.kind === "payment-failed" ? [(+effect.at - +fresh.periodEnd) / dayMs] : []));
    expect(days).toEqual([0, 1, 3, 5]);
    expect(effects.slice(-2).map((effect) => [effect.kind, (+effect.at - +fresh.periodEnd) / dayMs])).toEqual([
      ["invoice-voided", 7],
      ["subscription-ended", 7],
    ]);
    expect(subscription).toMatchObject({ status: "ended", periodEnd: fresh.periodEnd });
  });

  it("goes on without a lost day when a new card pays within the grace", () => {
    const owing = runDue(fresh, "fails-later", addMs(fresh.periodEnd, 2 * dayMs)).subscription;
    const { subscription } = change(payWhatIsOwed(owing, "pays", addMs(fresh.periodEnd, 2 * dayMs)));
    expect(subscription).toMatchObject({ status: "active", periodStart: fresh.periodEnd, periodEnd: new Date("2026-03-31T09:30:00Z") });
  });
});

describe("a subscription that is changed", () => {
  const soon = addMs(start, 10 * dayMs);

  it("ends with the period once cancelled, and is never charged again", () => {
    const { subscription } = change(cancelAtPeriodEnd(fresh, "pays", soon));
    expect(kinds(runDue(subscription, "pays", addMs(start, 400 * dayMs)))).toEqual(["subscription-ended"]);
    expect(change(undoCancel(subscription, "pays", soon)).subscription).toEqual(fresh);
  });

  it("ends at once when cancelled while a payment is owed, and strikes that out", () => {
    const owing = runDue(fresh, "fails-later", fresh.periodEnd).subscription;
    expect(kinds(change(cancelAtPeriodEnd(owing, "fails-later", fresh.periodEnd)))).toEqual(["invoice-voided", "subscription-ended"]);
  });

  it("charges nothing from the end of the paid period until it resumes, on its new day", () => {
    const resumesAt = addMs(fresh.periodEnd, 45 * dayMs);
    const paused = change(pauseUntil(resumesAt)(fresh, "pays", soon)).subscription;
    expect(kinds(runDue(paused, "pays", addMs(resumesAt, -1)))).toEqual(["subscription-changed"]);
    const { subscription } = runDue(paused, "pays", resumesAt);
    expect(subscription).toMatchObject({ status: "active", periodStart: resumesAt, anchorDay: resumesAt.getUTCDate(), resumesAt: null });
  });

  it("resumes early: before the pause for nothing, in it for a new period", () => {
    const paused = change(pauseUntil(addMs(fresh.periodEnd, 45 * dayMs))(fresh, "pays", soon)).subscription;
    expect(change(resumeNow(paused, "pays", soon)).subscription).toEqual(fresh);
    const later = addMs(fresh.periodEnd, 5 * dayMs);
    const resting = runDue(paused, "pays", later).subscription;
    expect(change(resumeNow(resting, "pays", later)).subscription).toMatchObject({ status: "active", periodStart: later });
    expect(resumeNow(resting, "fails-later", later).ok).toBe(false);
  });

  it("takes what is left of the month off a year that begins at once", () => {
    const half = addMs(start, (+fresh.periodEnd - +start) / 2);
    const { subscription, effects } = change(changePlan(yearly)(fresh, "pays", half));
    expect(effects[0]).toMatchObject({ kind: "invoice-paid", amountMinor: 9900 - 500, periodStart: half });
    expect(subscription).toMatchObject({ plan: "yearly", periodStart: half });
  });

  it("keeps a paid year to its end when it goes over to months, even when it changes back", () => {
    const year = change(changePlan(yearly)(fresh, "pays", start)).subscription;
    const months = change(changePlan(monthly)(year, "pays", soon)).subscription;
    expect(months).toMatchObject({ plan: "monthly", periodEnd: year.periodEnd });
    const back = change(changePlan(yearly)(months, "pays", soon));
    expect(kinds(back)).toEqual(["subscription-changed"]);
    expect(back.subscription).toEqual(year);
  });
});

const step = fc.record({
  afterMs: fc.integer({ min: 0, max: 70 * dayMs }),
  what: fc.constantFrom("wait", "cancel", "undo", "pause", "resume", "yearly", "monthly", "end", "pay"),
  card: fc.constantFrom<SandboxCard>("pays", "fails-later"),
  pauseMs: fc.integer({ min: 1, max: 120 * dayMs }),
});
type Step = { afterMs: number; what: string; card: SandboxCard; pauseMs: number };

/** Lives through the steps and gives every effect with the state that it came upon. */
function live(steps: readonly Step[]) {
  let now = start;
  let subscription = fresh;
  const history: { effect: SandboxEffect; before: SandboxSubscription; isAsked: boolean }[] = [];
  const note = (life: Life, before: SandboxSubscription, isAsked: boolean) => {
    for (const effect of life.effects) history.push({ effect, before, isAsked });
    subscription = life.subscription;
  };
  for (const { afterMs, what, card, pauseMs } of steps) {
    now = addMs(now, afterMs);
    for (let due = nextDueAt(subscription); due && due <= now; due = nextDueAt(subscription))
      note(runDue(subscription, card, due), subscription, false);
    const asked = {
      wait: null,
      cancel: cancelAtPeriodEnd,
      undo: undoCancel,
      pause: pauseUntil(addMs(subscription.periodEnd, pauseMs)),
      resume: resumeNow,
      yearly: changePlan(yearly),
      monthly: changePlan(monthly),
      end: endNow,
      pay: payWhatIsOwed,
    }[what];
    const answer = asked?.(subscription, card, now);
    if (answer?.ok) note(answer.value, subscription, true);
  }
  return { subscription, history };
}

const chargesOf = (steps: readonly Step[]) =>
  live(steps).history.flatMap(({ effect, before, isAsked }) =>
    effect.kind === "invoice-paid" || effect.kind === "payment-failed" ? [{ ...effect, before, isAsked }] : [],
  );

describe("any life of a subscription", () => {
  it("is the same whether time passes at once or in parts", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 800 }),
        fc.integer({ min: 0, max: 800 }),
        fc.constantFrom<SandboxCard>("pays", "fails-later"),
        (a, b, card) => {
          const [mid, end] = [addMs(start, Math.min(a, b) * dayMs), addMs(start, Math.max(a, b) * dayMs)];
          const first = runDue(fresh, card, mid);
          const second = runDue(first.subscription, card, end);
          expect({ subscription: second.subscription, effects: [...first.effects, ...second.effects] }).toEqual(runDue(fresh, card, end));
        },
      ),
    );
  });

  it("never charges what is cancelled, paused or over", () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
        for (const { at, before, isAsked } of chargesOf(steps)) {
          expect(before.status).not.toBe("ended");
          expect(before.isEnding).toBe(false);
          if (!isAsked) expect(+at).toBeGreaterThanOrEqual(+(before.resumesAt ?? before.periodEnd));
        }
      }),
      { numRuns: 500 },
    );
  });

  it("never charges the same days twice at their full price", () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
        // A longer plan begins within the paid period, and only then is less charged than its price.
        for (const { amountMinor, periodStart, before } of chargesOf(steps)) {
          if (amountMinor === before.amountMinor) expect(+periodStart).toBeGreaterThanOrEqual(+before.periodEnd);
        }
      }),
      { numRuns: 500 },
    );
  });

  it("never takes a paid day away and has its effects in order", () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
        const { history, subscription } = live(steps);
        const instants = history.map(({ effect }) => +effect.at);
        expect(instants).toEqual([...instants].sort((a, b) => a - b));
        const paid = history.flatMap(({ effect }) => (effect.kind === "invoice-paid" ? [+effect.periodEnd] : []));
        expect(+subscription.periodEnd).toBe(Math.max(+fresh.periodEnd, ...paid));
      }),
      { numRuns: 500 },
    );
  });
});
