import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";

vi.hoisted(() => vi.stubEnv("LOG_LEVEL", "silent"));
vi.mock("next/headers", () => import("../../support/browser-request"));
vi.mock("next/server", () => ({ connection: async () => undefined }));

import { accountKey } from "@/lib/accounts/account-key";
import { requireAccount } from "@/lib/accounts/guards";
import { closePayoutMonth } from "@/lib/payouts/closing-store";
import { estimateReceipts } from "@/lib/payouts/estimate-store";
import { readReceipt } from "@/lib/payouts/receipt-queries";
import { listReceipts } from "@/lib/payouts/receipt-store";
import { setNotWorth } from "@/lib/payouts/taken-back-commands";
import { env } from "@/lib/platform/env";
import { stopQueue } from "@/lib/platform/queue";
import { newPerson } from "../../support/account-world";
import { makeBrowser } from "../../support/browser-request";
import { createTestDatabase } from "../../support/test-database";
import { articleCount, day, emptyBooks, keyOf, type PlannedMember, secret, storeMembers, storeShelf, userOf } from "./payout-world";

vi.setConfig({ testTimeout: 60_000 });
const { db, url, close } = await createTestDatabase();
Object.assign(env(), { DATABASE_URL: url, AUTH_SECRET: secret, PUBLIC_URL: "http://localhost:3000" });
beforeAll(() => storeShelf(db));
beforeEach(() => emptyBooks(db));
afterAll(async () => {
  await stopQueue();
  await close();
});

const month = "2026-08";
const over = new Date("2026-09-03T00:00:00Z");
const during = new Date("2026-08-20T12:00:00Z");

const anyMember: fc.Arbitrary<PlannedMember> = fc.record({
  invoices: fc.array(
    fc.record({
      currency: fc.constantFrom("EUR", "JPY", "KWD"),
      amountMinor: fc.integer({ min: 1, max: 30_000 }),
      day: fc.integer({ min: 0, max: 30 }),
      days: fc.constantFrom(1, 30, 365),
      lateDays: fc.constant(0),
    }),
    { minLength: 1, maxLength: 3 },
  ),
  reads: fc.uniqueArray(
    fc.record({
      articleId: fc.integer({ min: 1, max: articleCount }),
      day: fc.integer({ min: 0, max: 40 }),
      depth: fc.integer({ min: 0, max: 100 }),
      activeSec: fc.integer({ min: 0, max: 200 }),
      isTakenBack: fc.boolean(),
    }),
    { selector: ({ articleId }) => articleId, maxLength: 10 },
  ),
  gifts: fc.constant([]),
});

describe("an estimate", () => {
  it("of a month is what closing it then writes, to the minor unit and article by article", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyMember, { minLength: 1, maxLength: 4 }), async (members) => {
        await emptyBooks(db);
        await storeMembers(db, members);
        const estimates = await Promise.all(
          members.map((_, index) => estimateReceipts({ accountKey: keyOf(index), userId: userOf(index), month })),
        );
        expect(await closePayoutMonth({ month, secret, now: over })).toMatchObject({ ok: true });
        for (const [index, { receipts }] of estimates.entries()) {
          const paid = receipts.map((receipt) => ({ ...receipt, titles: receipt.titles.filter(({ amountMinor }) => amountMinor > 0) }));
          expect(await listReceipts(keyOf(index), month)).toEqual(paid);
        }
      }),
      { numRuns: 25 },
    );
  });
});

/** Somebody who has a month's membership and has read two articles of two titles. */
async function member() {
  const person = await newPerson(db);
  const key = accountKey(secret, person.userId);
  await db.user.update({ where: { id: person.userId }, data: { paidUntil: new Date("2099-01-01T00:00:00Z") } });
  const at = { periodStart: day(0), periodEnd: day(31), issuedAt: day(0), paidAt: day(0) };
  const invoice = { accountKey: key, provider: "sandbox", providerInvoiceId: key, number: key, status: "paid" };
  await db.invoice.create({ data: { ...invoice, amountMinor: 999, currency: "EUR", ...at } });
  const read = { userId: person.userId, revisionCount: 1, openedAt: day(3), lastAt: day(3), depth: 100, activeSec: 200 };
  await db.articleRead.createMany({ data: [1, 6].map((articleId) => ({ ...read, articleId })) });
  const receipt = (asked: string | null, now: Date) =>
    person.browser.ask(async () => {
      const viewer = await requireAccount();
      return viewer && readReceipt(viewer, asked, now);
    });
  return { ...person, receipt };
}

describe("a member's page", () => {
  it("tells of the running month as an estimate, of a closed one as it was closed, and beside it of one pot for all", async () => {
    const { receipt } = await member();
    expect(await receipt(null, during)).toMatchObject({ month, isEstimate: true, receipts: [{ feeMinor: 999, pooledMinor: null }] });
    expect(await closePayoutMonth({ month, secret, now: over })).toMatchObject({ ok: true });
    expect(await receipt(null, over)).toMatchObject({ month, isEstimate: false, receipts: [{ feeMinor: 999, pooledMinor: 662 }] });
    expect(await receipt("2026-09", over)).toMatchObject({ isEstimate: true, receipts: [] });
    for (const asked of ["2026-07", "2026-10", "1999-01", "nothing"]) expect(await receipt(asked, over)).toBeNull();
  });

  it("takes back what was not worth it while the month is open, and gives it again", async () => {
    const { receipt, browser } = await member();
    const titles = async () => (await receipt(month, during))?.receipts[0]?.titles.map(({ slug, amountMinor }) => [slug, amountMinor]);
    expect(await titles()).toEqual([
      ["title-0", 331],
      ["title-1", 331],
    ]);
    expect(await browser.ask(() => setNotWorth("article-0", { on: "1" }))).toMatchObject({ ok: true });
    expect(await titles()).toEqual([["title-1", 662]]);
    expect(await receipt(month, during)).toMatchObject({ takenBack: [{ slug: "article-0" }] });
    expect(await browser.ask(() => setNotWorth("article-0", { on: "0" }))).toMatchObject({ ok: true });
    expect(await titles()).toHaveLength(2);
    await closePayoutMonth({ month, secret, now: over });
    expect(await browser.ask(() => setNotWorth("article-0", { on: "1" }))).toEqual({ ok: false, error: { kind: "invalid" } });
  });

  it("is refused to visitors, to whoever does not pay, and of what is not there", async () => {
    const { browser, userId } = await member();
    expect(await makeBrowser("203.0.113.9").ask(() => setNotWorth("article-0", { on: "1" }))).toEqual({
      ok: false,
      error: { kind: "sign-in" },
    });
    expect(await browser.ask(() => setNotWorth("no-article", { on: "1" }))).toEqual({ ok: false, error: { kind: "not-found" } });
    await db.user.update({ where: { id: userId }, data: { paidUntil: null } });
    expect(await browser.ask(() => setNotWorth("article-0", { on: "1" }))).toEqual({ ok: false, error: { kind: "membership" } });
    expect(await db.takenBack.count()).toBe(0);
  });
});
