import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addMs, dayMs } from "@/lib/core/clock";
import { deductionsOf, earnedUntil, feeOfMonth } from "@/lib/payouts/fee-of-month";
import { monthOf, monthSpan, nextMonth } from "@/lib/payouts/month-span";
import { termsOf } from "@/lib/payouts/terms";
import type { Charge, Slice } from "@/lib/payouts/types";
import { anyTerms } from "./any-terms";

const start = new Date("2026-01-31T22:00:00Z");
const anyCharge = fc
  .record({
    amountMinor: fc.integer({ min: 1, max: 2_000_000_000 }),
    currency: fc.constantFrom("EUR", "JPY", "KWD"),
    first: fc.integer({ min: 0, max: 400 }),
    hours: fc.integer({ min: 0, max: 24 * 400 }),
    terms: anyTerms,
  })
  .map(({ amountMinor, currency, first, hours, terms }) => {
    const startsAt = addMs(start, first * dayMs);
    const endsAt = addMs(startsAt, (hours * dayMs) / 24);
    const charge: Charge = {
      id: 1,
      currency,
      amountMinor,
      startsAt,
      endsAt,
      dividedMinor: 0,
      ...deductionsOf(amountMinor, currency, terms),
    };
    return { charge, terms };
  });

/** Every slice of a charge, month by month until all its days have passed. */
function liveThrough(charge: Charge, shareBasisPoints: number, skips: (month: string) => boolean = () => false): Slice[] {
  const slices: Slice[] = [];
  let month = monthOf(charge.startsAt);
  for (let dividedMinor = 0; dividedMinor < charge.amountMinor; month = nextMonth(month)) {
    const slice = skips(month) ? null : feeOfMonth({ ...charge, dividedMinor }, monthSpan(month).endsAt, shareBasisPoints);
    if (!slice) continue;
    slices.push(slice);
    dividedMinor += slice.feeMinor;
  }
  return slices;
}

const sum = (slices: readonly Slice[], of: (slice: Slice) => number) => slices.reduce((total, slice) => total + of(slice), 0);

describe("what of a payment belongs to a month", () => {
  it("comes to the payment, its costs and its tax over all months, to the minor unit", () => {
    fc.assert(
      fc.property(anyCharge, ({ charge, terms }) => {
        const slices = liveThrough(charge, terms.shareBasisPoints);
        expect(sum(slices, (slice) => slice.feeMinor)).toBe(charge.amountMinor);
        expect(sum(slices, (slice) => slice.costMinor)).toBe(charge.costMinor);
        expect(sum(slices, (slice) => slice.taxMinor)).toBe(charge.taxMinor);
      }),
      { numRuns: 1_000 },
    );
  });

  it("is never less than nothing in any of its parts, and its parts sum to it", () => {
    fc.assert(
      fc.property(anyCharge, ({ charge, terms }) => {
        for (const slice of liveThrough(charge, terms.shareBasisPoints)) {
          const { feeMinor, costMinor, taxMinor, shareMinor, titlesMinor } = slice;
          expect(Math.min(costMinor, taxMinor, shareMinor, titlesMinor)).toBeGreaterThanOrEqual(0);
          expect(costMinor + taxMinor + shareMinor + titlesMinor).toBe(feeMinor);
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it("comes to the same whichever months were closed before the payment came in", () => {
    fc.assert(
      fc.property(anyCharge, fc.integer({ min: 1, max: 12 }), ({ charge, terms }, late) => {
        const months = Array.from({ length: late }).reduce<string[]>(
          (all) => [...all, nextMonth(all.at(-1) ?? "")],
          [monthOf(charge.startsAt)],
        );
        const slices = liveThrough(charge, terms.shareBasisPoints, (month) => months.includes(month));
        expect(sum(slices, (slice) => slice.feeMinor)).toBe(charge.amountMinor);
        // All that is due by then comes at once; of a few units nothing may be, and the first comes later.
        const due = earnedUntil(charge, monthSpan(nextMonth(months.at(-1) ?? "")).endsAt);
        if (due > 0) expect(slices[0]?.feeMinor).toBe(due);
      }),
    );
  });

  it("goes by days: a year's fee by the days of each month, a month's over the turn of a month", () => {
    const year = { amountMinor: 36_500, startsAt: new Date("2026-01-01T00:00:00Z"), endsAt: new Date("2027-01-01T00:00:00Z") };
    expect(earnedUntil(year, monthSpan("2026-01").endsAt)).toBe(3_100);
    expect(earnedUntil(year, monthSpan("2026-02").endsAt)).toBe(5_900);
    const month = { amountMinor: 300, startsAt: new Date("2026-11-16T09:30:00Z"), endsAt: new Date("2026-12-16T09:30:00Z") };
    expect(earnedUntil(month, monthSpan("2026-10").endsAt)).toBe(0);
    expect(earnedUntil(month, monthSpan("2026-11").endsAt)).toBe(150);
    expect(earnedUntil(month, monthSpan("2026-12").endsAt)).toBe(300);
  });

  it("takes costs and tax as declared, never more than was paid", () => {
    const terms = { ...termsOf("2026-10"), taxBasisPoints: 2_000 };
    expect(deductionsOf(1_200, "EUR", terms)).toEqual({ taxMinor: 200, costMinor: 60 });
    expect(deductionsOf(1_200, "JPY", terms)).toEqual({ taxMinor: 200, costMinor: 35 });
    expect(deductionsOf(5, "EUR", terms)).toEqual({ taxMinor: 0, costMinor: 5 });
  });

  it("knows months and refuses those before any terms", () => {
    expect(nextMonth("2026-12")).toBe("2027-01");
    expect(monthSpan("2027-02").endsAt.toISOString()).toBe("2027-03-01T00:00:00.000Z");
    expect(() => termsOf("2025-12")).toThrow("2025-12");
  });
});
