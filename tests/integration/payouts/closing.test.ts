import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { accountKey } from "@/lib/accounts/account-key";
import { checkBooks } from "@/lib/payouts/check-store";
import { closePayoutMonth } from "@/lib/payouts/closing-store";
import { listReceiptMonths, listReceipts } from "@/lib/payouts/receipt-store";
import { listStatementMonths, listStatements } from "@/lib/payouts/statement-store";
import { setTakenBack } from "@/lib/payouts/taken-back-store";
import { createTestDatabase } from "../../support/test-database";
import { day, emptyBooks, keyOf, type PlannedMember, secret, storeMembers, storeShelf, userOf } from "./payout-world";

const { db, close } = await createTestDatabase();
beforeAll(() => storeShelf(db));
beforeEach(() => emptyBooks(db));
afterAll(close);

const monthly = { currency: "EUR", amountMinor: 999, day: 0, days: 31, lateDays: 0 };
const whole = { day: 3, depth: 100, activeSec: 200, isTakenBack: false };
const reader: PlannedMember = {
  invoices: [monthly],
  reads: [
    { articleId: 1, ...whole },
    { articleId: 2, ...whole },
    { articleId: 6, ...whole },
  ],
  gifts: [],
};
const idle: PlannedMember = { invoices: [monthly], reads: [], gifts: [] };
const later = new Date("2027-03-01T00:00:00Z");
const closing = (month: string) => closePayoutMonth({ month, secret, now: later });
const broken = async () => (await checkBooks()).filter(({ wrong }) => wrong > 0);
/** What closed months paid this title. */
const paid = async (slug: string, month: string) => (await listStatements(slug, month))[0]?.totalMinor;

describe("closing a month", () => {
  it("pays a member's fee to what this member read, and tells both sides the same", async () => {
    await storeMembers(db, [reader]);
    expect(await closing("2026-08")).toMatchObject({
      ok: true,
      value: {
        members: 1,
        reads: 3,
        sums: [
          { currency: "EUR", feeMinor: 999, costMinor: 54, taxMinor: 0, shareMinor: 283, titlesMinor: 662, poolMinor: 0, returnedMinor: 0 },
        ],
      },
    });
    const [receipt] = await listReceipts(keyOf(0), "2026-08");
    expect(receipt).toMatchObject({ feeMinor: 999, costMinor: 54, shareMinor: 283, poolMinor: 0 });
    expect(receipt?.titles.map(({ slug, amountMinor, articles }) => [slug, amountMinor, articles.length])).toEqual([
      ["title-0", 441, 2],
      ["title-1", 221, 1],
    ]);
    const [statement] = await listStatements("title-0", "2026-08");
    expect(statement).toMatchObject({ readers: 1, reads: 2, earnedMinor: 441, totalMinor: 441, pooledMinor: 441 });
    expect(statement?.lines.map(({ slug, amountMinor, readings }) => [slug, amountMinor, readings])).toEqual([
      ["article-0", 221, 1],
      ["article-1", 220, 1],
    ]);
    expect(await broken()).toEqual([]);
  });

  it("shows what one pot for all would have paid instead", async () => {
    const much = { ...reader, reads: Array.from({ length: 4 }, (_, index) => ({ articleId: 11 + index, ...whole })) };
    const little = { ...reader, reads: [{ articleId: 1, ...whole }] };
    await storeMembers(db, [much, little]);
    await closing("2026-08");
    expect(await listStatements("title-0", "2026-08")).toMatchObject([{ earnedMinor: 662, pooledMinor: 265 }]);
    expect(await listStatements("title-2", "2026-08")).toMatchObject([{ earnedMinor: 662, pooledMinor: 1_059 }]);
  });

  it("divides the fee of who read nothing by all reads in that currency, and keeps it where there are none", async () => {
    const yen = { ...idle, invoices: [{ ...monthly, currency: "JPY", amountMinor: 1_000, days: 61 }] };
    await storeMembers(db, [reader, idle, yen]);
    await closing("2026-08");
    expect(await listStatements("title-0", "2026-08")).toMatchObject([
      { currency: "EUR", earnedMinor: 441, poolMinor: 441, totalMinor: 882 },
    ]);
    expect(await listReceipts(keyOf(1), "2026-08")).toMatchObject([{ feeMinor: 999, poolMinor: 662, titles: [] }]);
    // A reader who pays in yen comes in September: what waited is paid with it.
    await db.articleRead.create({
      data: { userId: userOf(2), articleId: 16, revisionCount: 1, openedAt: day(40), depth: 100, activeSec: 100 },
    });
    await closing("2026-09");
    const [statement] = await listStatements("title-3", "2026-09");
    expect(statement).toMatchObject({ currency: "JPY", earnedMinor: 334, poolMinor: 346 });
    expect(await broken()).toEqual([]);
  });

  it("spreads a year over its days and goes on where it stopped", async () => {
    const yearly = { ...reader, invoices: [{ ...monthly, amountMinor: 36_500, days: 365 }] };
    await storeMembers(db, [yearly]);
    await closing("2026-08");
    await closing("2026-09");
    expect(await listReceiptMonths(keyOf(0))).toEqual([
      { month: "2026-09", currency: "EUR", feeMinor: 3_000, returnedMinor: 0 },
      { month: "2026-08", currency: "EUR", feeMinor: 3_100, returnedMinor: 0 },
    ]);
  });
});

describe("what counts", () => {
  it("counts what others read by a gift for its title, from its giver's fee", async () => {
    await storeMembers(db, [{ ...reader, reads: [{ articleId: 1, ...whole }], gifts: [{ articleId: 6, endDay: 20, opens: 7 }] }]);
    await closing("2026-08");
    const [receipt] = await listReceipts(keyOf(0), "2026-08");
    expect(receipt?.titles.map(({ slug, amountMinor }) => [slug, amountMinor])).toEqual([
      ["title-1", 496],
      ["title-0", 166],
    ]);
    expect(receipt?.titles[0]?.articles).toMatchObject([{ slug: "article-5", giftOpens: 7 }]);
  });

  it("takes back what was not worth it, while the month is open", async () => {
    await storeMembers(db, [reader]);
    await setTakenBack({ userId: userOf(0), articleId: 6, isOn: true }, day(5));
    await setTakenBack({ userId: userOf(0), articleId: 1, isOn: true }, day(5));
    await setTakenBack({ userId: userOf(0), articleId: 1, isOn: false }, day(6));
    await closing("2026-08");
    expect(await paid("title-0", "2026-08")).toBe(662);
    expect(await listStatements("title-1", "2026-08")).toEqual([]);
  });

  it("divides a present by what its receiver reads, from the day it was opened", async () => {
    await storeMembers(db, [{ ...reader, invoices: [] }]);
    const gift = { months: 3, currency: "EUR", amountMinor: 2_997, provider: "sandbox", giverKey: "f".repeat(64) };
    const opened = { state: "redeemed", paidAt: day(0), redeemedAt: day(0), redeemedByKey: keyOf(0) };
    await db.giftMembership.create({ data: { ...gift, ...opened, id: "opened", codeHash: "a".repeat(64) } });
    await db.giftMembership.create({ data: { ...gift, id: "kept", codeHash: "b".repeat(64), state: "paid", paidAt: day(1) } });
    expect(await closing("2026-08")).toMatchObject({ ok: true, value: { members: 1, sums: [{ feeMinor: 1_009 }] } });
    expect(await listReceipts(keyOf(0), "2026-08")).toMatchObject([{ feeMinor: 1_009 }]);
    expect(await db.payoutCharge.findMany({ select: { key: true, dividedMinor: true }, orderBy: { key: "asc" } })).toEqual([
      { key: "present:kept", dividedMinor: 0 },
      { key: "present:opened", dividedMinor: 1_009 },
    ]);
    expect(await broken()).toEqual([]);
  });
});

describe("what comes later", () => {
  it("a refund reverses everything, in the month that is open", async () => {
    await storeMembers(db, [reader, { ...reader, reads: [{ articleId: 11, ...whole }] }]);
    await closing("2026-08");
    await db.invoice.updateMany({ where: { accountKey: keyOf(0) }, data: { status: "refunded" } });
    expect(await closing("2026-09")).toMatchObject({ ok: true, value: { members: 0, sums: [{ feeMinor: 0, returnedMinor: 999 }] } });
    expect(await paid("title-0", "2026-08")).toBe(441);
    expect(await listStatements("title-0", "2026-09")).toMatchObject([
      { earnedMinor: 0, correctionMinor: -441, totalMinor: -441, lines: [] },
    ]);
    expect(await listReceiptMonths(keyOf(0))).toMatchObject([{ month: "2026-09", feeMinor: 0, returnedMinor: 999 }, { month: "2026-08" }]);
    const sums = await db.ledgerEntry.groupBy({ by: ["account"], _sum: { amountMinor: true }, orderBy: { account: "asc" } });
    // Of the first payment only its cost is left, and that is ours.
    expect(Object.fromEntries(sums.map(({ account, _sum }) => [account, Number(_sum.amountMinor)]))).toEqual({
      cash: 999,
      prepaid: 0,
      costs: -108,
      share: -229,
      payable: -662,
    });
    expect(await broken()).toEqual([]);
  });

  it("money that comes late for a closed month is divided with the open one", async () => {
    await storeMembers(db, [
      reader,
      { invoices: [{ ...monthly, lateDays: 40 }], reads: [{ articleId: 16, ...whole, day: 45 }], gifts: [] },
    ]);
    await closing("2026-08");
    expect(await listReceipts(keyOf(1), "2026-08")).toEqual([]);
    await closing("2026-09");
    expect(await listStatements("title-3", "2026-09")).toMatchObject([{ earnedMinor: 662 }]);
  });

  it("what is still to divide follows an account to its new name, after the install's secret was changed", async () => {
    await storeMembers(db, [{ ...reader, invoices: [{ ...monthly, days: 61 }], reads: [{ articleId: 1, ...whole, day: 40 }] }]);
    await closing("2026-08");
    const accountKeyNow = accountKey("another secret", userOf(0));
    await db.invoice.updateMany({ data: { accountKey: accountKeyNow } });
    await closePayoutMonth({ month: "2026-09", secret: "another secret", now: later });
    expect(await listReceipts(accountKeyNow, "2026-09")).toMatchObject([{ feeMinor: 492, titles: [{ slug: "title-0" }] }]);
  });
});

describe("erasure", () => {
  it("an erased account's receipts keep the titles and lose the reads, and the books still hold", async () => {
    await storeMembers(db, [reader]);
    await closing("2026-08");
    await db.user.delete({ where: { id: userOf(0) } });
    const [receipt] = await listReceipts(keyOf(0), "2026-08");
    expect(receipt?.titles.map(({ slug, articles }) => [slug, articles])).toEqual([
      ["title-0", []],
      ["title-1", []],
    ]);
    expect(await db.receiptRead.count()).toBe(0);
    expect(await db.statementLine.count()).toBe(3);
    expect(await broken()).toEqual([]);
  });

  it("what a reader takes out of the history leaves the receipt", async () => {
    await storeMembers(db, [reader]);
    await closing("2026-08");
    await db.articleRead.deleteMany({ where: { userId: userOf(0), articleId: 1 } });
    const [receipt] = await listReceipts(keyOf(0), "2026-08");
    expect(receipt?.titles[0]).toMatchObject({ amountMinor: 441, articles: [{ slug: "article-1", amountMinor: 220 }] });
  });

  it("the fee of an erased account goes to the pool", async () => {
    await storeMembers(db, [reader, { ...reader, reads: [{ articleId: 11, ...whole }] }]);
    await db.user.delete({ where: { id: userOf(0) } });
    await closing("2026-08");
    expect(await listStatements("title-2", "2026-08")).toMatchObject([{ earnedMinor: 662, poolMinor: 662 }]);
  });
});

describe("a month", () => {
  it("is closed once, in order, and after it is over", async () => {
    expect(await closing("2026-08")).toEqual({ ok: false, error: { kind: "nothing-paid" } });
    await storeMembers(db, [reader]);
    expect(await closing("2026-09")).toEqual({ ok: false, error: { kind: "not-next", next: "2026-08" } });
    expect(await closePayoutMonth({ month: "2026-08", secret, now: new Date("2026-08-31T23:59:59Z") })).toEqual({
      ok: false,
      error: { kind: "not-over" },
    });
    expect(await closing("2026-08")).toMatchObject({ ok: true });
    expect(await closing("2026-08")).toEqual({ ok: false, error: { kind: "closed-before", closedAt: later } });
    expect(await listStatementMonths((await db.publisher.findUniqueOrThrow({ where: { slug: "title-1" } })).id)).toMatchObject([
      { month: "2026-08", totalMinor: 221 },
    ]);
  });

  it("that is only tried leaves nothing behind", async () => {
    await storeMembers(db, [reader]);
    const order = { month: "2026-08", secret, now: later };
    const tried = await closePayoutMonth({ ...order, isTrial: true });
    expect(await db.payoutMonth.count()).toBe(0);
    expect(await db.ledgerTransfer.count()).toBe(0);
    expect(await closePayoutMonth(order)).toEqual(tried);
  });
});

describe("the database", () => {
  const entry = { line: 0, account: "cash" as const, currency: "EUR" };
  /** Writes a transfer of two entries. @returns its id */
  const transfer = (cause: string, amounts: [number, number]): Promise<bigint> =>
    db.$transaction(async (tx) => {
      const { id } = await tx.ledgerTransfer.create({
        data: { kind: "received", month: "2026-08", cause, at: later },
        select: { id: true },
      });
      const [cash, prepaid] = amounts;
      const sides = [
        { ...entry, transferId: id, amountMinor: cash },
        { ...entry, transferId: id, line: 1, account: "prepaid" as const, amountMinor: prepaid },
      ];
      await tx.ledgerEntry.createMany({ data: sides });
      return id;
    });

  it("refuses a transfer that does not balance, or has nothing in it", async () => {
    await expect(transfer("wrong", [5, -4])).rejects.toThrow(/does not balance/);
    await expect(db.ledgerTransfer.create({ data: { kind: "received", month: "2026-08", cause: "empty", at: later } })).rejects.toThrow(
      /has no entries/,
    );
  });

  it("refuses to change, take back or add to what is written", async () => {
    const id = await transfer("right", [5, -5]);
    await expect(db.ledgerEntry.updateMany({ where: { transferId: id }, data: { amountMinor: 6 } })).rejects.toThrow(/append-only/);
    await expect(db.ledgerEntry.deleteMany({ where: { transferId: id } })).rejects.toThrow(/append-only/);
    await expect(db.ledgerTransfer.deleteMany()).rejects.toThrow(/append-only/);
    await expect(db.$executeRaw`TRUNCATE ledger_entry`).rejects.toThrow(/append-only/);
    const more = [7, -7].map((amountMinor, index) => ({ ...entry, transferId: id, line: 2 + index, amountMinor }));
    await expect(db.ledgerEntry.createMany({ data: more })).rejects.toThrow(/is written/);
    await expect(transfer("right", [5, -5])).rejects.toThrow(/unique/i);
  });

  it("refuses entries of a transfer that is not there, and reads of a receipt without a reader", async () => {
    const sides = [5, -5].map((amountMinor, line) => ({ ...entry, transferId: 999n, line, amountMinor }));
    await expect(db.ledgerEntry.createMany({ data: sides })).rejects.toThrow(/is not there/);
    const read = { articleId: 1, publisherId: 1, depth: 1, activeSec: 1, giftOpens: 0, weight: 1, amountMinor: 1 };
    await expect(db.receiptRead.create({ data: { receiptId: 999, ...read } })).rejects.toThrow(/foreign key/i);
  });
});
