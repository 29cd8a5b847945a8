import { afterAll, beforeEach, describe, expect, it, vi } from "vitest";

vi.hoisted(() => vi.stubEnv("LOG_LEVEL", "silent"));
vi.mock("next/headers", () => import("../../support/browser-request"));
vi.mock("next/server", () => ({ connection: async () => undefined }));

import { requireAdmin } from "@/lib/accounts/guards";
import { listRows } from "@/lib/audit/audit-store";
import { endMembershipOf, grantTime, refund } from "@/lib/billing/admin-commands";
import { readBooksOf } from "@/lib/billing/admin-queries";
import { settleCheckout } from "@/lib/billing/checkout-store";
import { findMembership } from "@/lib/billing/membership-store";
import { settleCustomer } from "@/lib/billing/settle-store";
import { standingAt } from "@/lib/billing/standing-at";
import { billingTerms } from "@/lib/billing/terms-gateway";
import { addMs, dayMs } from "@/lib/core/clock";
import { env } from "@/lib/platform/env";
import { stopQueue } from "@/lib/platform/queue";
import { ageSessions, type newPerson } from "../../support/account-world";
import { makeReader, payForMembership } from "../../support/billing-house";
import { newStaff } from "../../support/staff-person";
import { createTestDatabase } from "../../support/test-database";
import { testSecret } from "../../support/test-secret";

const { db, url, close } = await createTestDatabase();
Object.assign(env(), { DATABASE_URL: url, AUTH_SECRET: testSecret, PUBLIC_URL: "http://localhost:3000" });
afterAll(async () => {
  await stopQueue();
  await close();
});

const reason = "a paper was late";
const terms = () => billingTerms(new Date());
let admin: Awaited<ReturnType<typeof newPerson>>;
let userId: string;
let customerId: string;

beforeEach(async () => {
  admin = await newStaff(db, "admin");
  userId = await makeReader(db, { trialEndsAt: null });
  const paid = await payForMembership(userId);
  customerId = paid.customerId;
  await settleCheckout(paid.sessionId, terms());
});

async function office() {
  const staff = await admin.browser.ask(requireAdmin);
  const books = staff && (await readBooksOf(staff, userId, new Date()));
  if (!books) throw new Error("The office sees no books.");
  return books;
}
const ask = <Answer>(command: (input: unknown) => Promise<Answer>, more: object) =>
  admin.browser.ask(() => command({ userId, reason, ...more }));
const acts = async () => (await listRows(0, 2_000)).filter(({ subjectId }) => subjectId === userId).map(({ act }) => act);
const lived = async () => {
  const record = await findMembership(userId);
  if (!record) throw new Error("There is no such account.");
  return record;
};

describe("days that the office gives", () => {
  it("come after what is paid for, and no settling takes them away", async () => {
    const paidUntil = (await lived()).books.subscription?.periodEnd ?? new Date(0);
    expect(await ask(grantTime, { days: "30" })).toEqual({ ok: true, value: addMs(paidUntil, 30 * dayMs) });
    expect((await lived()).books.giftUntil).toEqual(addMs(paidUntil, 30 * dayMs));
    await settleCustomer(customerId, terms());
    await settleCustomer(customerId, terms());
    expect((await lived()).books.giftUntil).toEqual(addMs(paidUntil, 30 * dayMs));
    const user = await db.user.findUniqueOrThrow({ where: { id: userId }, select: { paidUntil: true } });
    expect(user.paidUntil).toEqual(addMs(paidUntil, 30 * dayMs));
    expect(await acts()).toEqual(["member.grant"]);
    expect(await db.membershipNotice.count({ where: { userId, kind: "gift-opened" } })).toBe(1);
  });

  it("open everything to whoever never paid, from now on", async () => {
    const free = await makeReader(db, { trialEndsAt: null });
    expect(await admin.browser.ask(() => grantTime({ userId: free, reason, days: 7 }))).toMatchObject({ ok: true });
    const record = await findMembership(free);
    const standing = record && standingAt(record.books, addMs(new Date(), 6 * dayMs));
    expect(standing).toMatchObject({ kind: "gifted" });
  });

  it("are days, at most a year, never one's own, and want a fresh proof", async () => {
    for (const days of ["0", "-3", "367", "1.5", "x"]) expect(await ask(grantTime, { days })).toMatchObject({ error: { kind: "invalid" } });
    const own = { userId: admin.userId, reason, days: 5 };
    expect(await admin.browser.ask(() => grantTime(own))).toMatchObject({ error: { kind: "conflict" } });
    expect(await ask(grantTime, { userId: "nobody", days: 5 })).toEqual({ ok: false, error: { kind: "not-found" } });
    await ageSessions(db, admin.userId, 6);
    expect(await ask(grantTime, { days: 5 })).toEqual({ ok: false, error: { kind: "step-up" } });
    expect(await acts()).toEqual([]);
  });
});

describe("an invoice that is paid back", () => {
  it("stands so with the provider and in our books, once, and the membership goes on", async () => {
    const [invoice] = (await office()).invoices;
    expect(invoice).toMatchObject({ status: "paid", isRefundable: true });
    expect(await ask(refund, { invoiceId: invoice?.invoiceId })).toEqual({ ok: true, value: undefined });
    const after = await office();
    expect(after.invoices).toMatchObject([{ status: "refunded", isRefundable: false }]);
    expect(after.standing.kind).toBe("active");
    expect(await ask(refund, { invoiceId: invoice?.invoiceId })).toMatchObject({ error: { kind: "conflict" } });
    expect(await db.sandboxEvent.count({ where: { customerId, type: "charge.refunded" } })).toBe(1);
    expect(await acts()).toEqual(["member.refund"]);
  });

  it("ends the membership and what it had opened, where that is asked for", async () => {
    const [invoice] = (await office()).invoices;
    expect(await ask(refund, { invoiceId: invoice?.invoiceId, alsoEnd: "on" })).toMatchObject({ ok: true });
    const after = await office();
    expect(after).toMatchObject({ isRunning: false, standing: { kind: "lapsed" } });
    expect(after.invoices).toMatchObject([{ status: "refunded" }]);
  });

  it("keeps the days that the office gave, when the membership ends with it", async () => {
    await ask(grantTime, { days: 30 });
    const [invoice] = (await office()).invoices;
    await ask(refund, { invoiceId: invoice?.invoiceId, alsoEnd: "on" });
    expect(standingAt((await lived()).books, new Date()).kind).toBe("gifted");
  });

  it("is the account's own, and was paid", async () => {
    const [invoice] = (await office()).invoices;
    const other = await makeReader(db);
    const asked = { userId: other, reason, invoiceId: invoice?.invoiceId };
    expect(await admin.browser.ask(() => refund(asked))).toEqual({ ok: false, error: { kind: "not-found" } });
    await db.invoice.update({ where: { id: invoice?.invoiceId ?? 0 }, data: { status: "open" } });
    expect(await ask(refund, { invoiceId: invoice?.invoiceId })).toMatchObject({ error: { kind: "conflict" } });
    expect(await acts()).toEqual([]);
  });
});

it("ends what would still be charged before an erasure, for an admin alone", async () => {
  const stranger = await newStaff(db, "editor");
  expect(await stranger.browser.ask(() => endMembershipOf(userId))).toMatchObject({ ok: false });
  expect((await office()).isRunning).toBe(true);
  expect(await admin.browser.ask(() => endMembershipOf(userId))).toEqual({ ok: true, value: undefined });
  expect((await office()).isRunning).toBe(false);
  expect(await admin.browser.ask(() => endMembershipOf(userId))).toEqual({ ok: true, value: undefined });
});
