import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { POST } from "@/app/api/webhooks/[provider]/route";
import { noteSession, openAttempt } from "@/lib/billing/attempt-store";
import { findMembership } from "@/lib/billing/membership-store";
import { standingAt } from "@/lib/billing/standing-at";
import { stripeProvider } from "@/lib/billing/stripe-gateway";
import type { BillingError, Price } from "@/lib/billing/types";
import { addMs, dayMs, hourMs } from "@/lib/core/clock";
import type { Result } from "@/lib/core/result";
import { settleMembership } from "@/lib/jobs/handlers/settle-membership";
import { env } from "@/lib/platform/env";
import { silentLog } from "@/lib/platform/log";
import { stopQueue } from "@/lib/platform/queue";
import { makeReader } from "../../support/billing-house";
import { type StripeServer, startStripeServer } from "../../support/stripe-server";
import type { StripeEvent } from "../../support/stripe-types";
import { createTestDatabase } from "../../support/test-database";
import { testSecret } from "../../support/test-secret";

vi.hoisted(() => vi.stubEnv("LOG_LEVEL", "silent"));

const { db, url, close } = await createTestDatabase();
const price: Price = { plan: "monthly", currency: "USD", amountMinor: 999, providerPriceId: null };
const start = new Date(Math.floor(Date.now() / 1_000) * 1_000);

let server: StripeServer;
let userId = "";
let told = 0;
const stripe = stripeProvider();

beforeAll(async () => {
  server = await startStripeServer({ secretKey: "sk_test_ours", webhookSecret: "whsec_ours", nowSec: start.getTime() / 1_000 });
  Object.assign(env(), {
    DATABASE_URL: url,
    AUTH_SECRET: testSecret,
    PUBLIC_URL: "http://localhost:3000",
    STRIPE_SECRET_KEY: "sk_test_ours",
    STRIPE_WEBHOOK_SECRET: "whsec_ours",
    STRIPE_API_URL: server.url,
  });
});
beforeEach(async () => {
  userId = await makeReader(db);
});
afterAll(async () => {
  await stopQueue();
  await server.close();
  await close();
});

function got<T>(result: Result<T, BillingError>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

async function post(event: StripeEvent, secret?: string): Promise<number> {
  const { body, signature } = server.sign(event, Math.floor(Date.now() / 1_000), secret);
  const request = new Request("http://localhost:3000/api/webhooks/stripe", {
    method: "POST",
    body,
    headers: { "stripe-signature": signature },
  });
  return (await POST(request, { params: Promise.resolve({ provider: "stripe" }) })).status;
}

/** Posts what Stripe has to tell, the newest first and each twice, and settles it at `now`. */
async function hear(now: Date): Promise<void> {
  const events = server.books.events.slice(told).toReversed();
  told = server.books.events.length;
  for (const event of [...events, ...events]) expect(await post(event)).toBe(200);
  for (const { customerId, type } of await db.billingWebhook.findMany({ where: { processedAt: null } })) {
    const session =
      type === "checkout.session.completed" ? [...server.books.sessions.values()].find(({ customer }) => customer === customerId) : null;
    await settleMembership({ customerId, sessionId: session?.id ?? null }, { log: silentLog, now: () => now });
  }
}

async function join(): Promise<{ subscriptionId: string; customerId: string }> {
  const now = new Date(server.books.nowSec() * 1_000);
  const attemptId = await openAttempt(userId, price, "stripe", now);
  const pages = {
    successUrl: "http://localhost:3000/membership/return?session_id={CHECKOUT_SESSION_ID}",
    cancelUrl: "http://localhost:3000/price",
  };
  const request = {
    kind: "membership" as const,
    attemptId,
    userId,
    email: "ada@example.com",
    customerId: null,
    price,
    months: 0,
    ...pages,
  };
  const { sessionId, url: page } = got(await stripe.startCheckout(request));
  await noteSession(attemptId, sessionId);
  const answer = await fetch(page, { method: "POST", redirect: "manual" });
  expect(answer.status).toBe(303);
  await hear(now);
  const { subscriptionId, customerId } = got(await stripe.readCheckout(sessionId));
  return { subscriptionId: subscriptionId ?? "", customerId: customerId ?? "" };
}

async function stand(now: Date) {
  const record = await findMembership(userId, db);
  const { paidUntil } = await db.user.findUniqueOrThrow({ where: { id: userId } });
  return { kind: record && standingAt(record.books, now).kind, isOpen: paidUntil !== null && paidUntil > now, paidUntil };
}

async function moveTo(now: Date): Promise<void> {
  server.books.advance(now.getTime() / 1_000);
  await hear(now);
}

describe("a membership by Stripe, from its events to what it opens", () => {
  it("opens when it is paid, stays open to the end once cancelled, and closes then without another charge", async () => {
    const { subscriptionId, customerId } = await join();
    const paidUntil = got(await stripe.readSubscription(subscriptionId)).periodEnd;
    expect(await stand(start)).toEqual({ kind: "active", isOpen: true, paidUntil: addMs(paidUntil, 24 * hourMs) });
    got(await stripe.cancelAtPeriodEnd(subscriptionId, "cancel"));
    await moveTo(addMs(start, 11 * dayMs));
    expect(await stand(addMs(paidUntil, -1))).toEqual({ kind: "cancelled", isOpen: true, paidUntil });
    await moveTo(addMs(paidUntil, dayMs));
    expect(await stand(addMs(paidUntil, dayMs))).toEqual({ kind: "lapsed", isOpen: false, paidUntil });
    expect(server.books.charges.filter(({ customer }) => customer === customerId)).toHaveLength(1);
    expect(await db.invoice.count({ where: { provider: "stripe" } })).toBe(1);
  });

  it("keeps a reader in through a renewal that fails, and as a member once the card pays", async () => {
    const { subscriptionId, customerId } = await join();
    const { periodEnd } = got(await stripe.readSubscription(subscriptionId));
    server.books.failing.add(customerId);
    await moveTo(addMs(periodEnd, 2 * dayMs));
    expect(await stand(addMs(periodEnd, 2 * dayMs))).toEqual({ kind: "past_due", isOpen: true, paidUntil: addMs(periodEnd, 7 * dayMs) });
    server.books.failing.delete(customerId);
    await moveTo(addMs(periodEnd, 4 * dayMs));
    expect(await stand(addMs(periodEnd, 4 * dayMs))).toMatchObject({ kind: "active", isOpen: true });
  });

  it("closes a pause between what is paid and what is paid next", async () => {
    const { subscriptionId } = await join();
    const { periodEnd } = got(await stripe.readSubscription(subscriptionId));
    got(await stripe.pause(subscriptionId, addMs(periodEnd, 31 * dayMs), "pause"));
    await moveTo(addMs(periodEnd, dayMs));
    expect(await stand(addMs(periodEnd, -1))).toMatchObject({ kind: "paused", isOpen: true });
    expect(await stand(addMs(periodEnd, dayMs))).toMatchObject({ kind: "paused", isOpen: false, paidUntil: periodEnd });
    await moveTo(addMs(periodEnd, 32 * dayMs));
    expect(await stand(addMs(periodEnd, 32 * dayMs))).toMatchObject({ kind: "active", isOpen: true });
  });

  it("opens nothing for an event that a stranger signed", async () => {
    const [event] = server.books.events;
    if (!event) throw new Error("Nothing has happened yet.");
    expect(await post({ ...event, id: "evt_theirs" }, "whsec_theirs")).toBe(400);
    expect(await stand(start)).toMatchObject({ isOpen: false, paidUntil: null });
  });
});
