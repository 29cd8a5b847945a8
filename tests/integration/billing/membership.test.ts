import { afterAll, expect, it, vi } from "vitest";
import { changeMembership, clearWay, findMember } from "@/lib/billing/change-store";
import { settleCheckout } from "@/lib/billing/checkout-store";
import { moveSandboxClock } from "@/lib/billing/sandbox-clock-store";
import { sandboxProvider } from "@/lib/billing/sandbox-gateway";
import { settleCustomer } from "@/lib/billing/settle-store";
import { standingAt } from "@/lib/billing/standing-at";
import { billingTerms } from "@/lib/billing/terms-gateway";
import type { BillingProvider, ProviderSubscription } from "@/lib/billing/types";
import { addMs, dayMs } from "@/lib/core/clock";
import { ok } from "@/lib/core/result";
import { hasFullAccess } from "@/lib/entitlements/may-read";
import { sendNotices } from "@/lib/jobs/handlers/send-notices";
import { env } from "@/lib/platform/env";
import { silentLog } from "@/lib/platform/log";
import { stopQueue } from "@/lib/platform/queue";
import { accountViewer } from "../../support/account-viewer";
import { makeReader, monthly, payForMembership } from "../../support/billing-house";
import { createTestDatabase } from "../../support/test-database";
import { testSecret } from "../../support/test-secret";

vi.hoisted(() => vi.stubEnv("LOG_LEVEL", "silent"));

const { db, url, close } = await createTestDatabase();
Object.assign(env(), { DATABASE_URL: url, AUTH_SECRET: testSecret, PUBLIC_URL: "http://localhost:3000" });
const context = { log: silentLog, now: () => new Date() };
const terms = () => billingTerms(new Date());

afterAll(async () => {
  await stopQueue();
  await close();
});

/** Where an account stands on its own clock, held against what the wall would say. */
async function standingOf(userId: string) {
  const member = await findMember(userId, terms());
  if (!member) throw new Error("no such account");
  const { trialEndsAt, paidUntil } = await db.user.findUniqueOrThrow({ where: { id: userId } });
  const standing = standingAt(member.books, member.now);
  return { standing, isOpen: hasFullAccess(accountViewer({ trialEndsAt, paidUntil }), member.now), member };
}

async function join(userId: string) {
  const paid = await payForMembership(userId);
  const settled = await settleCheckout(paid.sessionId, terms());
  expect(settled).toMatchObject({ ok: true, value: { kind: "membership", userId } });
  return paid;
}

async function wait(userId: string, days: number) {
  await moveSandboxClock(userId, days * 86_400, new Date());
  const { member } = await standingOf(userId);
  if (member.customerId) await settleCustomer(member.customerId, terms());
}

const noticesOf = async (userId: string) =>
  (await db.membershipNotice.findMany({ where: { userId }, orderBy: { sentAt: "asc" } })).map(({ kind }) => kind);

it("lives a whole life: trial, lapse, member, renewal, cancelled to the period's end, lapse", async () => {
  const userId = await makeReader(db);
  expect(await standingOf(userId)).toMatchObject({ standing: { kind: "trialing", daysLeft: 14 }, isOpen: true });
  await wait(userId, 11.5);
  await sendNotices({ userId }, context);
  await sendNotices({ userId }, context);
  expect(await noticesOf(userId)).toEqual(["trial-3-days"]);
  await wait(userId, 2);
  await sendNotices({}, context);
  expect(await noticesOf(userId)).toEqual(["trial-3-days", "trial-1-day"]);
  await wait(userId, 1);
  expect(await standingOf(userId)).toMatchObject({ standing: { kind: "free", hadTrial: true }, isOpen: false });
  await join(userId);
  const joined = await standingOf(userId);
  expect(joined).toMatchObject({ standing: { kind: "active", plan: "monthly", amountMinor: 999, currency: "USD" }, isOpen: true });
  await wait(userId, 32);
  const renewed = await standingOf(userId);
  expect(renewed).toMatchObject({ standing: { kind: "active" }, isOpen: true });
  expect(await db.invoice.count()).toBe(2);
  const provider = sandboxProvider();
  const cancelled = await changeMembership(userId, "cancel", () => (id, key) => provider.cancelAtPeriodEnd(id, key), terms());
  expect(cancelled.ok).toBe(true);
  expect(await standingOf(userId)).toMatchObject({ standing: { kind: "cancelled" }, isOpen: true });
  await wait(userId, 40);
  expect(await standingOf(userId)).toMatchObject({ standing: { kind: "lapsed" }, isOpen: false });
  expect(await db.invoice.count()).toBe(2);
  expect(await noticesOf(userId)).toEqual(["trial-3-days", "trial-1-day", "started", "cancelled", "ended"]);
});

it("keeps everything open for seven days after a failed renewal, and then ends it for good", async () => {
  const userId = await makeReader(db, { trialEndsAt: null });
  const { sessionId } = await payForMembership(userId, monthly, "fails-later");
  await settleCheckout(sessionId, terms());
  await wait(userId, 32);
  expect(await standingOf(userId)).toMatchObject({ standing: { kind: "past_due" }, isOpen: true });
  await wait(userId, 8);
  expect(await standingOf(userId)).toMatchObject({ standing: { kind: "lapsed" }, isOpen: false });
  expect(await noticesOf(userId)).toEqual(expect.arrayContaining(["payment-failed", "ended"]));
});

it("counts a checkout only for the account that we sent there", async () => {
  const [ada, eve] = [await makeReader(db, { trialEndsAt: null }), await makeReader(db, { trialEndsAt: null })];
  const { sessionId } = await payForMembership(ada);
  const provider: BillingProvider = {
    ...sandboxProvider(),
    readCheckout: async (id) => {
      const read = await sandboxProvider().readCheckout(id);
      return read.ok ? ok({ ...read.value, userId: eve }) : read;
    },
  };
  expect(await settleCheckout(sessionId, { ...terms(), provider })).toEqual({ ok: true, value: { kind: "foreign" } });
  expect(await standingOf(eve)).toMatchObject({ standing: { kind: "free" }, isOpen: false });
});

/** The sandbox with its answers about a subscription changed. */
const saying = (change: (reading: ProviderSubscription) => ProviderSubscription): BillingProvider => ({
  ...sandboxProvider(),
  readCustomer: async (id) => {
    const read = await sandboxProvider().readCustomer(id);
    return read.ok ? ok(change(read.value)) : read;
  },
});

it("refuses a price that is none of ours, another account's subscription and the other mode, and leaves them to a human", async () => {
  const userId = await makeReader(db, { trialEndsAt: null });
  const { customerId } = await payForMembership(userId);
  const settle = (provider: BillingProvider) => settleCustomer(customerId, { ...terms(), provider });
  expect(await settle(saying((reading) => ({ ...reading, amountMinor: 1 })))).toMatchObject({
    value: { kind: "refused", refusal: "foreign-price" },
  });
  expect(await settle(saying((reading) => ({ ...reading, isLive: true })))).toMatchObject({
    value: { kind: "refused", refusal: "other-mode" },
  });
  expect(await standingOf(userId)).toMatchObject({ standing: { kind: "free" }, isOpen: false });
  await settle(sandboxProvider());
  expect(await settle(saying((reading) => ({ ...reading, userId: "somebody" })))).toMatchObject({ value: { refusal: "foreign-account" } });
  expect(await standingOf(userId)).toMatchObject({ standing: { kind: "active" }, isOpen: true });
  expect(await db.membershipEvent.count({ where: { kind: "refused" } })).toBe(3);
});

it("never lets an older reading overwrite a newer one", async () => {
  const userId = await makeReader(db, { trialEndsAt: null });
  const { customerId } = await join(userId);
  const old = saying((reading) => ({ ...reading, status: "ended", readAt: addMs(reading.readAt, -dayMs) }));
  await settleCustomer(customerId, { ...terms(), provider: old });
  expect(await standingOf(userId)).toMatchObject({ standing: { kind: "active" }, isOpen: true });
});

it("gives back a membership that was bought beside another, once, and has it ended", async () => {
  const userId = await makeReader(db, { trialEndsAt: null });
  const { customerId, subscriptionId } = await join(userId);
  const ended: string[] = [];
  const provider: BillingProvider = {
    ...saying((reading) => ({ ...reading, subscriptionId: "sub_second" })),
    end: async (id) => {
      ended.push(id);
      return ok(undefined);
    },
  };
  await settleCustomer(customerId, { ...terms(), provider });
  await settleCustomer(customerId, { ...terms(), provider });
  expect(new Set(ended)).toEqual(new Set(["sub_second"]));
  const { member } = await standingOf(userId);
  expect(member.subscriptionId).toBe(subscriptionId);
  const { periodStart, periodEnd } = member.books.subscription ?? {};
  const periodMs = (periodEnd?.getTime() ?? 0) - (periodStart?.getTime() ?? 0);
  expect(member.books.giftUntil?.getTime()).toBe((periodEnd?.getTime() ?? 0) + periodMs);
});

it("makes way for a new membership by ending one that is still being collected for after its grace", async () => {
  const userId = await makeReader(db, { trialEndsAt: null });
  const { sessionId, subscriptionId } = await payForMembership(userId, monthly, "fails-later");
  await settleCheckout(sessionId, terms());
  await wait(userId, 32);
  await db.user.update({ where: { id: userId }, data: { clockAheadSec: { increment: 8 * 86_400 } } });
  const ended: string[] = [];
  const collecting: BillingProvider = {
    ...saying((reading) => (ended.length > 0 ? reading : { ...reading, status: "past_due", pastDueSince: reading.periodEnd })),
    end: async (id) => {
      ended.push(id);
      return ok(undefined);
    },
  };
  const { member } = await standingOf(userId);
  const cleared = await clearWay(member, { ...terms(), provider: collecting });
  expect(ended).toEqual([subscriptionId]);
  expect(cleared).toMatchObject({ ok: true, value: { books: { subscription: { state: "lapsed" } } } });
});
