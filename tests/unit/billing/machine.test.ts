import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { advance } from "@/lib/billing/advance-books";
import { listChanges } from "@/lib/billing/list-changes";
import { nextCharge } from "@/lib/billing/next-charge";
import { projectReading } from "@/lib/billing/project-reading";
import { isOpen, standingAt } from "@/lib/billing/standing-at";
import type { Books, ProviderSubscription } from "@/lib/billing/types";
import { hasFullAccess } from "@/lib/entitlements/may-read";
import { anyBooks, anyInstant, live, newWorld, steps, unusedMs, viewerOf } from "../../support/membership-world";

const lives = fc.array(steps, { maxLength: 25 });

describe("over random events and clock moves", () => {
  it("opens everything exactly when the books say so", () => {
    fc.assert(
      fc.property(anyBooks, anyInstant, (books, now) => {
        expect(hasFullAccess(viewerOf(books), now)).toBe(isOpen(standingAt(books, now), now));
      }),
      { numRuns: 2_000 },
    );
    fc.assert(
      fc.property(lives, (all) => {
        let world = newWorld();
        for (const step of all) {
          world = live(world, step);
          expect(hasFullAccess(viewerOf(world.books), world.now)).toBe(isOpen(standingAt(world.books, world.now), world.now));
        }
      }),
    );
  });

  it("charges nobody whose last word was not that it may", () => {
    fc.assert(
      fc.property(lives, (all) => {
        const { charges } = all.reduce(live, newWorld());
        expect(charges.filter((charge) => !charge.hasConsent)).toEqual([]);
      }),
      { numRuns: 1_000 },
    );
  });

  it("charges for no day twice, and never before what is paid for has ended", () => {
    fc.assert(
      fc.property(lives, (all) => {
        const { charges } = all.reduce(live, newWorld());
        expect(charges.filter(({ at, wasPaidUntil }) => wasPaidUntil !== null && at < wasPaidUntil)).toEqual([]);
      }),
      { numRuns: 1_000 },
    );
  });

  it("never charges for a trial, after a cancellation or in a pause", () => {
    fc.assert(
      fc.property(lives, (all) => {
        const world = all.reduce(live, newWorld());
        const state = world.books.subscription?.state ?? "none";
        const due = nextCharge(world.books);
        expect(due === null).toBe(["none", "cancelled", "lapsed"].includes(state));
        if (state === "paused") expect(due?.at).toEqual(world.books.subscription?.resumesAt);
      }),
    );
  });

  it("loses no day that was paid for or given", () => {
    fc.assert(
      fc.property(lives, (all) => {
        let world = newWorld();
        for (const step of all) {
          const waited = live(world, { ...step, act: "wait" });
          const left = unusedMs(waited.books, waited.now);
          const after = live(world, step);
          expect(unusedMs(after.books, after.now)).toBeGreaterThanOrEqual(left);
          const passedMs = waited.now.getTime() - world.now.getTime();
          expect(left).toBeGreaterThanOrEqual(unusedMs(world.books, world.now) - passedMs);
          world = after;
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it("adds a present's months to whatever is open, and pushes them behind each paid period", () => {
    fc.assert(
      fc.property(lives, fc.integer({ min: 1, max: 12 }), (all, months) => {
        const { books, now } = all.reduce(live, newWorld());
        const given = advance(books, { kind: "gift-redeemed", months, at: now });
        expect(unusedMs(given, now)).toBeGreaterThanOrEqual(unusedMs(books, now) + months * 28 * 86_400_000);
      }),
    );
  });
});

describe("a reading of the provider", () => {
  const readings = fc.record<ProviderSubscription>({
    subscriptionId: fc.constantFrom("sub_1"),
    customerId: fc.constantFrom("cus_1"),
    userId: fc.constantFrom("reader"),
    status: fc.constantFrom("trialing", "active", "past_due", "cancelled", "paused", "ended"),
    priceId: fc.constantFrom(null),
    plan: fc.constantFrom("monthly", "yearly"),
    currency: fc.constantFrom("usd", "EUR"),
    amountMinor: fc.constantFrom(999, 9_900),
    periodStart: anyInstant,
    periodEnd: anyInstant,
    willCancelAtPeriodEnd: fc.constantFrom(true, false),
    pastDueSince: fc.constantFrom(null, new Date("2026-05-01T00:00:00Z")),
    resumesAt: fc.constantFrom(null, new Date("2026-08-01T00:00:00Z")),
    isLive: fc.constantFrom(false),
    readAt: anyInstant,
  });

  it("is reached by its events: folding them over the books gives what it says", () => {
    fc.assert(
      fc.property(fc.array(readings, { minLength: 1, maxLength: 8 }), (all) => {
        let books: Books = { trialEndsAt: null, subscription: null, giftUntil: null };
        for (const reading of all) {
          const next = projectReading(reading, books.subscription, []);
          if (!next) continue;
          books = listChanges(books.subscription, next).reduce(advance, books);
          expect(books.subscription).toEqual(next);
          expect(listChanges(books.subscription, next)).toEqual([]);
        }
      }),
      { numRuns: 2_000 },
    );
  });
});
