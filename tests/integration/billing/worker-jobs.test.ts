import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { demoSubscriberId, ensureDemoAccounts } from "@/lib/accounts/demo-accounts-store";
import { settleCheckout } from "@/lib/billing/checkout-store";
import { insertGift, noteGiftSession } from "@/lib/billing/gift-store";
import { findMembership } from "@/lib/billing/membership-store";
import { giftPrice } from "@/lib/billing/prices";
import { moveSandboxClock } from "@/lib/billing/sandbox-clock-store";
import { sandboxProvider } from "@/lib/billing/sandbox-gateway";
import { paySandboxSession } from "@/lib/billing/sandbox-session-store";
import { standingAt } from "@/lib/billing/standing-at";
import { billingTerms } from "@/lib/billing/terms-gateway";
import { addMs, daySec, secondMs } from "@/lib/core/clock";
import { type RunningWorker, startWorker } from "@/lib/jobs/start-worker";
import { env } from "@/lib/platform/env";
import { silentLog } from "@/lib/platform/log";
import { enqueue, stopQueue } from "@/lib/platform/queue";
import { makeReader, monthly, payForMembership } from "../../support/billing-house";
import { type MailServer, startMailServer } from "../../support/mail-server";
import { createTestDatabase } from "../../support/test-database";
import { testSecret } from "../../support/test-secret";
import { workThrough } from "../../support/working-queue";

vi.hoisted(() => vi.stubEnv("LOG_LEVEL", "silent"));

const { db, url, close } = await createTestDatabase();
let server: MailServer;
let worker: RunningWorker | undefined;

/** Nothing takes the sandbox's events here, as if each of them were lost. */
const start = async () => startWorker({ webOrigin: "http://127.0.0.1:9", newsroomOrigin: null, scope: "sample" }, silentLog);

beforeAll(async () => {
  server = await startMailServer();
  Object.assign(env(), { DATABASE_URL: url, AUTH_SECRET: testSecret, PUBLIC_URL: "http://localhost:3000", SMTP_URL: server.url });
});
afterAll(async () => {
  await worker?.stop(5_000);
  await server.close();
  await close();
});

const terms = () => billingTerms(new Date());
const nightly = { name: "billing.reconcile", data: {}, key: "reconcile" } as const;

async function standingOf(userId: string) {
  const record = await findMembership(userId);
  if (!record) throw new Error("There is no such account.");
  return standingAt(record.books, addMs(new Date(), record.clockAheadSec * secondMs));
}

async function makeMember(card?: "fails-later"): Promise<{ userId: string; email: string; subscriptionId: string }> {
  const userId = await makeReader(db, { trialEndsAt: null });
  const { sessionId, subscriptionId } = await payForMembership(userId, monthly, card);
  expect(await settleCheckout(sessionId, terms())).toMatchObject({ ok: true });
  return { userId, email: `${userId}@example.com`, subscriptionId };
}

/** Somebody goes to pay for a present; the window is closed before it leads back to us. @returns the checkout */
async function askForPresent(giverId: string, id: string): Promise<string> {
  const price = giftPrice(terms().prices, 3, "USD");
  if (!price) throw new Error("There is no price for it.");
  await insertGift({ id, giverId, price, months: 3, recipientEmail: null, message: "", provider: "sandbox" }, testSecret, new Date());
  const pages = { successUrl: "http://localhost:3000/back", cancelUrl: "http://localhost:3000/" };
  const account = { userId: giverId, email: `${giverId}@example.com`, customerId: null };
  const opened = await sandboxProvider().startCheckout({ kind: "gift", attemptId: id, ...account, price, months: 3, ...pages });
  if (!opened.ok) throw new Error(opened.error.kind);
  await noteGiftSession(id, opened.value.sessionId);
  return opened.value.sessionId;
}

it("finds out at night what no event told: a payment, an end, and a present that was paid", async () => {
  const giver = await makeReader(db, { trialEndsAt: null });
  const sessionId = await askForPresent(giver, "paid");
  await paySandboxSession(sessionId, { card: "pays", last4: "4242", needsConfirmation: false }, new Date());
  await askForPresent(giver, "left");
  const [buyer, leaver, neither] = [await makeReader(db, { trialEndsAt: null }), await makeMember(), await makeReader(db)];
  await payForMembership(buyer);
  await sandboxProvider().cancelAtPeriodEnd(leaver.subscriptionId, "told by nobody");
  expect(await standingOf(buyer)).toMatchObject({ kind: "free" });
  expect(await standingOf(leaver.userId)).toMatchObject({ kind: "active" });
  // The worker looks for this job twice a minute, and as soon as it starts.
  await enqueue(nightly);
  await stopQueue();
  worker = await start();
  await workThrough(db);
  expect(await standingOf(buyer)).toMatchObject({ kind: "active", amountMinor: 999 });
  expect(await standingOf(leaver.userId)).toMatchObject({ kind: "cancelled" });
  expect(await standingOf(neither)).toMatchObject({ kind: "trialing" });
  expect(await db.giftMembership.findMany({ orderBy: { id: "desc" }, select: { id: true, state: true } })).toEqual([
    { id: "paid", state: "paid" },
    { id: "left", state: "unpaid" },
  ]);
  expect(server.subjectsTo(`${giver}@example.com`)).toEqual(["Your present: 3 months of Broadsheet"]);
  expect(server.subjectsTo(`${buyer}@example.com`)).toEqual(["You are a member of Broadsheet"]);
  expect(server.subjectsTo(leaver.email)).toEqual(["You are a member of Broadsheet", "Receipt: you have cancelled your membership"]);
});

it("ends a membership at the provider when its grace is over, and says so once", async () => {
  const { userId, email, subscriptionId } = await makeMember("fails-later");
  await moveSandboxClock(userId, 32 * daySec, new Date());
  await workThrough(db, { name: "billing.notices", data: {}, key: "all" });
  expect(await standingOf(userId)).toMatchObject({ kind: "past_due" });
  // At the provider as at a real one: it would go on trying for longer than we let anyone wait.
  await db.sandboxSubscription.updateMany({
    where: { id: subscriptionId },
    data: { failures: 0, pastDueSince: addMs(new Date(), 37 * daySec * secondMs) },
  });
  await moveSandboxClock(userId, 8 * daySec, new Date());
  await workThrough(db, { name: "billing.notices", data: {}, key: "all" });
  await workThrough(db, { name: "billing.notices", data: {}, key: "all" });
  expect(await standingOf(userId)).toMatchObject({ kind: "lapsed" });
  expect(await sandboxProvider().readSubscription(subscriptionId)).toMatchObject({ value: { status: "ended" } });
  expect(server.subjectsTo(email).filter((subject) => subject === "Your membership has ended")).toHaveLength(1);
});

it("gives the demo's subscriber a membership with books behind it, however often it is asked to", async () => {
  await ensureDemoAccounts("seven green bottles", new Date());
  const seed = { name: "billing.demo", data: {}, key: "demo" } as const;
  await workThrough(db, seed);
  await workThrough(db, seed);
  expect(await standingOf(demoSubscriberId)).toMatchObject({ kind: "active", plan: "yearly", amountMinor: 9_900, currency: "USD" });
  expect(await db.sandboxSubscription.count({ where: { customer: { clientReference: demoSubscriberId } } })).toBe(1);
});
