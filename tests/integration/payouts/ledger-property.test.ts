import fc from "fast-check";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { checkBooks } from "@/lib/payouts/check-store";
import { closePayoutMonth } from "@/lib/payouts/closing-store";
import { monthSpan } from "@/lib/payouts/month-span";
import { listReceipts } from "@/lib/payouts/receipt-store";
import type { PayoutTerms } from "@/lib/payouts/terms";
import { createTestDatabase } from "../../support/test-database";
import { anyTerms } from "../../unit/payouts/any-terms";
import { articleCount, emptyBooks, keyOf, type PlannedMember, secret, storeMembers, storeShelf, userOf } from "./payout-world";

vi.setConfig({ testTimeout: 180_000 });
const { db, close } = await createTestDatabase();
beforeAll(() => storeShelf(db));
afterAll(close);

const months = ["2026-08", "2026-09", "2026-10"];

const anyInvoice = fc.record({
  currency: fc.constantFrom("EUR", "JPY", "KWD"),
  amountMinor: fc.integer({ min: 1, max: 30_000 }),
  day: fc.integer({ min: 0, max: 80 }),
  days: fc.constantFrom(1, 30, 31, 365),
  lateDays: fc.integer({ min: 0, max: 40 }),
});
const anyRead = fc.record({
  articleId: fc.integer({ min: 1, max: articleCount }),
  day: fc.integer({ min: 0, max: 90 }),
  depth: fc.integer({ min: 0, max: 100 }),
  activeSec: fc.integer({ min: 0, max: 200 }),
  isTakenBack: fc.boolean(),
});
const anyGift = fc.record({
  articleId: fc.integer({ min: 1, max: articleCount }),
  endDay: fc.integer({ min: 1, max: 90 }),
  opens: fc.integer({ min: 0, max: 9 }),
});
const byArticle = { selector: ({ articleId }: { articleId: number }) => articleId, maxLength: 12 };
const anyMember: fc.Arbitrary<PlannedMember> = fc.record({
  invoices: fc.array(anyInvoice, { minLength: 0, maxLength: 4 }),
  reads: fc.uniqueArray(anyRead, byArticle),
  gifts: fc.uniqueArray(anyGift, { ...byArticle, maxLength: 3 }),
});

/** What happens after a month was closed: which invoices are given back, by their place, and who erases the account or an entry. */
const anyAftermath = fc.record({
  refunds: fc.array(fc.nat({ max: 20 }), { maxLength: 3 }),
  status: fc.constantFrom("refunded", "void", "failed"),
  erased: fc.option(fc.nat({ max: 5 }), { nil: null }),
  forgotten: fc.option(fc.nat({ max: 5 }), { nil: null }),
});
type Aftermath = { refunds: number[]; status: string; erased: number | null; forgotten: number | null };

const anyLife = fc.record({
  members: fc.array(anyMember, { minLength: 1, maxLength: 6 }),
  aftermaths: fc.tuple(anyAftermath, anyAftermath, anyAftermath),
  terms: anyTerms,
});

it("balances to the minor unit over random members, reads, gifts, refunds and currencies, whatever happens between months", async () => {
  await fc.assert(
    fc.asyncProperty(anyLife, async ({ members, aftermaths, terms }) => {
      await emptyBooks(db);
      await storeMembers(db, members);
      for (const [index, month] of months.entries()) {
        if (!(await closes(month, terms))) continue;
        await expectWhole(month, members.length, index === 0);
        await happen(aftermaths[index]);
        expect(await broken()).toEqual([]);
      }
      await expectPaidIsDivided();
    }),
    { numRuns: 30 },
  );
});

/** Closes a month twice, at once. @returns false where nothing was paid yet or an earlier month had nothing to close */
async function closes(month: string, terms: PayoutTerms): Promise<boolean> {
  const order = { month, secret, now: monthSpan(month).endsAt, terms };
  const both = await Promise.all([closePayoutMonth(order), closePayoutMonth(order)]);
  const done = both.filter(({ ok }) => ok);
  if (done.length === 0) {
    expect(both.every((each) => !each.ok && ["nothing-paid", "not-next"].includes(each.error.kind))).toBe(true);
    return false;
  }
  expect(done).toHaveLength(1);
  expect(both.find(({ ok }) => !ok)).toMatchObject({ error: { kind: "closed-before" } });
  const before = await countBooks();
  expect(await closePayoutMonth(order)).toMatchObject({ ok: false, error: { kind: "closed-before" } });
  expect(await countBooks()).toEqual(before);
  return true;
}

const broken = async () => (await checkBooks()).filter(({ wrong }) => wrong > 0);

async function countBooks() {
  return db.$queryRaw`SELECT (SELECT count(*) FROM ledger_transfer) AS transfers, (SELECT sum(abs(amount_minor)) FROM ledger_entry) AS moved,
    (SELECT count(*) FROM receipt) AS receipts, (SELECT sum(divided_minor) FROM payout_charge) AS divided`;
}

async function expectWhole(month: string, memberCount: number, isFresh: boolean): Promise<void> {
  expect(await broken()).toEqual([]);
  for (let index = 0; index < memberCount; index += 1) {
    for (const receipt of await listReceipts(keyOf(index), month)) {
      const titles = receipt.titles.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
      const { feeMinor, costMinor, taxMinor, shareMinor, poolMinor } = receipt;
      expect(costMinor + taxMinor + shareMinor + poolMinor + titles).toBe(feeMinor);
      if (!isFresh) continue;
      // Nothing was erased yet: every title's amount is its articles'.
      for (const title of receipt.titles)
        expect(title.articles.reduce((sum, { amountMinor }) => sum + amountMinor, 0)).toBe(title.amountMinor);
    }
  }
}

async function happen(aftermath: Aftermath | undefined): Promise<void> {
  const { refunds = [], status = "refunded", erased = null, forgotten = null } = aftermath ?? {};
  const invoices = await db.invoice.findMany({ select: { id: true }, orderBy: { id: "asc" } });
  const ids = refunds.flatMap((place) => invoices[place]?.id ?? []);
  await db.invoice.updateMany({ where: { id: { in: ids } }, data: { status } });
  if (erased !== null) await db.user.deleteMany({ where: { id: userOf(erased) } });
  if (forgotten !== null) await db.articleRead.deleteMany({ where: { userId: userOf(forgotten) } });
  const left = await db.$queryRaw<
    { count: number }[]
  >`SELECT count(*)::int AS count FROM receipt_read l JOIN receipt_reader r USING (receipt_id)
    WHERE l.gift_opens = 0 AND NOT EXISTS (SELECT FROM article_read a WHERE a.user_id = r.user_id AND a.article_id = l.article_id)`;
  expect(left).toEqual([{ count: 0 }]);
}

/** A model of its own, of the simplest kind: what stands and whose days are over is divided whole, what was given back is not. */
async function expectPaidIsDivided(): Promise<void> {
  const last = await db.payoutMonth.findFirst({ orderBy: { month: "desc" } });
  if (!last) return;
  const { endsAt } = monthSpan(last.month);
  for (const charge of await db.payoutCharge.findMany()) {
    if (charge.returnedIn === null && charge.endsAt && charge.endsAt <= endsAt) expect(charge.dividedMinor).toBe(charge.amountMinor);
    const transfers = await db.ledgerTransfer.findMany({ where: { chargeId: charge.id }, select: { id: true } });
    const payable = await db.ledgerEntry.aggregate({
      where: { transferId: { in: transfers.map(({ id }) => id) }, account: { notIn: ["costs", "share"] } },
      _sum: { amountMinor: true },
    });
    const kept = Number(payable._sum.amountMinor ?? 0);
    if (charge.returnedIn !== null) expect(kept).toBe(0);
  }
}
