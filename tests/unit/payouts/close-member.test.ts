import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { closeMember } from "@/lib/payouts/close-member";
import { deductionsOf } from "@/lib/payouts/fee-of-month";
import { dividedEntries, isBalanced, poolEntries, receivedEntries, returnedEntries } from "@/lib/payouts/ledger-rules";
import { pooledSplit } from "@/lib/payouts/pooled-split";
import { termsOf } from "@/lib/payouts/terms";
import type { Charge, LedgerEntry, ReadFact } from "@/lib/payouts/types";
import { weighReads, weightOf } from "@/lib/payouts/weigh-reads";
import { anyTerms } from "./any-terms";

const until = new Date("2026-11-01T00:00:00Z");
const plain: ReadFact = {
  articleId: 1,
  publisherId: 1,
  wordCount: 480,
  depth: 100,
  activeSec: 600,
  isReadThrough: true,
  giftOpens: 0,
  isTakenBack: false,
};
const october: Charge = {
  id: 1,
  currency: "EUR",
  amountMinor: 999,
  costMinor: 54,
  taxMinor: 0,
  startsAt: new Date("2026-10-01T00:00:00Z"),
  endsAt: until,
  dividedMinor: 0,
};

const anyFacts = fc.uniqueArray(
  fc.record({
    articleId: fc.integer({ min: 1, max: 200 }),
    publisherId: fc.integer({ min: 1, max: 12 }),
    wordCount: fc.integer({ min: 0, max: 5_000 }),
    depth: fc.integer({ min: 0, max: 100 }),
    activeSec: fc.integer({ min: 0, max: 4_000 }),
    isReadThrough: fc.boolean(),
    giftOpens: fc.integer({ min: 0, max: 5 }),
    isTakenBack: fc.boolean(),
  }),
  { selector: ({ articleId }) => articleId, maxLength: 40 },
);
const anyCharges = anyTerms.chain((terms) =>
  fc
    .array(
      fc.record({
        currency: fc.constantFrom("EUR", "JPY", "KWD"),
        amountMinor: fc.integer({ min: 1, max: 100_000 }),
        day: fc.integer({ min: 1, max: 31 }),
        days: fc.integer({ min: 1, max: 400 }),
      }),
      { minLength: 1, maxLength: 4 },
    )
    .map((all) => ({
      terms,
      charges: all.map(({ day, days, ...charge }, index) => ({
        ...charge,
        ...deductionsOf(charge.amountMinor, charge.currency, terms),
        id: index + 1,
        startsAt: new Date(Date.UTC(2026, 9, day)),
        endsAt: new Date(Date.UTC(2026, 9, day + days)),
        dividedMinor: 0,
      })),
    })),
);
const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);

describe("a member's month", () => {
  it("goes whole to costs, tax, us, and the titles that were read or the pool", () => {
    fc.assert(
      fc.property(anyCharges, anyFacts, ({ charges, terms }, facts) => {
        for (const draft of closeMember({ charges, facts, until, shareBasisPoints: terms.shareBasisPoints })) {
          const { feeMinor, costMinor, taxMinor, shareMinor, titlesMinor, poolMinor } = draft;
          expect(costMinor + taxMinor + shareMinor + titlesMinor + poolMinor).toBe(feeMinor);
          expect(sum(draft.reads.map(({ amountMinor }) => amountMinor))).toBe(titlesMinor);
          expect(sum(draft.slices.map((slice) => slice.feeMinor))).toBe(feeMinor);
          for (const slice of draft.slices) expect(isBalanced(dividedEntries(slice))).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });

  it("pays each title what its articles are paid", () => {
    fc.assert(
      fc.property(anyCharges, anyFacts, ({ charges, terms }, facts) => {
        for (const draft of closeMember({ charges, facts, until, shareBasisPoints: terms.shareBasisPoints })) {
          const paid = (publisherId: number, list: readonly { publisherId: number; amountMinor: number }[]) =>
            sum(list.filter((each) => each.publisherId === publisherId).map(({ amountMinor }) => amountMinor));
          const titles = draft.slices.flatMap((slice) => slice.titles);
          for (const { publisherId } of titles) expect(paid(publisherId, titles)).toBe(paid(publisherId, draft.reads));
        }
      }),
    );
  });

  it("is undone to the last unit by giving a payment back, but for what taking it had cost, which is ours", () => {
    fc.assert(
      fc.property(anyCharges, anyFacts, ({ charges, terms }, facts) => {
        for (const draft of closeMember({ charges, facts, until, shareBasisPoints: terms.shareBasisPoints })) {
          for (const slice of draft.slices) {
            const charge = charges[slice.chargeId - 1] ?? october;
            const written = [...receivedEntries(charge), ...dividedEntries(slice)];
            const back = returnedEntries(charge, written);
            expect(back.length === 0 || isBalanced(back)).toBe(true);
            const left = [...written, ...back].filter(({ account }) => account !== "costs" && account !== "share");
            expect(sumsOf(left)).toEqual([]);
            expect(sum(valuesOf("share", [...written, ...back]))).toBe(charge.costMinor);
            expect(sum(valuesOf("costs", [...written, ...back])) + charge.costMinor).toBe(0);
          }
        }
      }),
    );
  });

  it("goes to the pool where nothing that counts was read", () => {
    for (const facts of [[], [{ ...plain, isTakenBack: true }], [{ ...plain, isReadThrough: false, activeSec: 0 }]])
      expect(closeMember({ charges: [october], facts, until, shareBasisPoints: 3_000 })).toMatchObject([
        { feeMinor: 999, costMinor: 54, shareMinor: 283, titlesMinor: 0, poolMinor: 662, reads: [] },
      ]);
  });

  it("goes by titles first, then by articles", () => {
    const facts = [plain, { ...plain, articleId: 2 }, { ...plain, articleId: 3, publisherId: 2, isReadThrough: false, depth: 50 }];
    const [draft] = closeMember({ charges: [october], facts, until, shareBasisPoints: 3_000 });
    expect(draft?.slices[0]?.titles).toEqual([
      { publisherId: 1, amountMinor: 530 },
      { publisherId: 2, amountMinor: 132 },
    ]);
    expect(draft?.reads.map(({ articleId, amountMinor }) => [articleId, amountMinor])).toEqual([
      [1, 265],
      [2, 265],
      [3, 132],
    ]);
  });
});

const valuesOf = (account: string, entries: readonly LedgerEntry[]) =>
  entries.filter((entry) => entry.account === account).map(({ amountMinor }) => amountMinor);

function sumsOf(entries: readonly LedgerEntry[]): number[] {
  const groups = Map.groupBy(entries, ({ account, publisherId }) => `${account} ${publisherId}`);
  return [...groups.values()].map((group) => sum(group.map(({ amountMinor }) => amountMinor))).filter((each) => each !== 0);
}

describe("what an article counts", () => {
  it("is the lesser of how far and how long, and nothing for a page scrolled through or left open", () => {
    const read = { ...plain, isReadThrough: false };
    expect(weightOf(read)).toBe(1_000);
    expect(weightOf({ ...read, depth: 40 })).toBe(400);
    // 480 words take two minutes; a minute is a fast reader's whole reading.
    expect(weightOf({ ...read, activeSec: 30 })).toBe(500);
    expect(weightOf({ ...read, activeSec: 0 })).toBe(0);
    expect(weightOf({ ...read, depth: 0 })).toBe(0);
  });

  it("is half a reading where it was read to the end and nothing measured it", () => {
    expect(weightOf({ ...plain, depth: 0, activeSec: 0 })).toBe(500);
  });

  it("counts gifts with it up to three readings, and nothing once it was not worth it", () => {
    expect(weightOf({ ...plain, giftOpens: 1 })).toBe(2_000);
    expect(weightOf({ ...plain, giftOpens: 900 })).toBe(3_000);
    expect(weightOf({ ...plain, giftOpens: 900, isTakenBack: true })).toBe(0);
  });

  it("never falls when more is read, and leaves out what counts nothing", () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        for (const fact of facts) {
          const more = { ...fact, depth: Math.min(100, fact.depth + 10), activeSec: fact.activeSec + 60 };
          expect(weightOf(more)).toBeGreaterThanOrEqual(weightOf(fact));
        }
        expect(weighReads(facts).every(({ weight }) => weight > 0 && weight <= 3_000)).toBe(true);
      }),
    );
  });
});

describe("the pool", () => {
  const anyTitles = fc.uniqueArray(
    fc.record({ publisherId: fc.integer({ min: 1, max: 50 }), weight: fc.integer({ min: 0, max: 9_000_000 }) }),
    {
      selector: ({ publisherId }) => publisherId,
    },
  );
  const money = fc.record({ poolMinor: fc.integer({ min: 0, max: 1e9 }), earnedMinor: fc.integer({ min: 0, max: 1e9 }) });

  it("goes whole to titles, and one pot for all comes to the same money", () => {
    fc.assert(
      fc.property(money, anyTitles, (amounts, titles) => {
        const split = pooledSplit(amounts, titles);
        const isRead = titles.some(({ weight }) => weight > 0);
        expect(sum(split.map(({ poolMinor }) => poolMinor))).toBe(isRead ? amounts.poolMinor : 0);
        expect(sum(split.map(({ pooledMinor }) => pooledMinor))).toBe(isRead ? amounts.poolMinor + amounts.earnedMinor : 0);
        const entries = poolEntries(
          "JPY",
          split.map(({ publisherId, poolMinor }) => ({ publisherId, amountMinor: poolMinor })),
        );
        expect(entries.length === 0 || isBalanced(entries)).toBe(true);
      }),
    );
  });

  it("tells a transfer that does not balance", () => {
    const side = { account: "cash" as const, publisherId: null, currency: "EUR", amountMinor: 5 };
    expect(isBalanced([side, { ...side, account: "prepaid", amountMinor: -5 }])).toBe(true);
    expect(isBalanced([side, { ...side, account: "prepaid", amountMinor: -4 }])).toBe(false);
    expect(isBalanced([side, { ...side, account: "prepaid", currency: "JPY", amountMinor: -5 }])).toBe(false);
    expect(isBalanced([])).toBe(false);
  });

  it("is as declared for this month", () => {
    expect(termsOf("2026-11")).toMatchObject({ shareBasisPoints: 3_000, taxBasisPoints: 0 });
  });
});
