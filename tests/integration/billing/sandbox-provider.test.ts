import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { judgeCard } from "@/lib/billing/sandbox-cards";
import { listDueCustomers, moveSandboxClock, readClockFacts } from "@/lib/billing/sandbox-clock-store";
import { sandboxProvider } from "@/lib/billing/sandbox-gateway";
import { nextEvent, stepSec } from "@/lib/billing/sandbox-next-event";
import { changeSandboxCard } from "@/lib/billing/sandbox-portal-store";
import { findSandboxSession, paySandboxSession } from "@/lib/billing/sandbox-session-store";
import type { BillingError, CheckoutRequest, Price } from "@/lib/billing/types";
import { addMs, dayMs } from "@/lib/core/clock";
import type { Result } from "@/lib/core/result";
import { deliverSandboxEvents } from "@/lib/jobs/handlers/deliver-sandbox-events";
import { env } from "@/lib/platform/env";
import { silentLog } from "@/lib/platform/log";
import { stopQueue } from "@/lib/platform/queue";
import { createTestDatabase } from "../../support/test-database";

vi.hoisted(() => vi.stubEnv("AUTH_SECRET", "x".repeat(40)));

const { db, url, close } = await createTestDatabase();
Object.assign(env(), { DATABASE_URL: url });

const start = new Date("2026-01-31T09:00:00Z");
const monthly: Price = { plan: "monthly", currency: "USD", amountMinor: 999, providerPriceId: null };
const yearly: Price = { plan: "yearly", currency: "USD", amountMinor: 9900, providerPriceId: null };
const cards = {
  pays: "4242 4242 4242 4242",
  confirms: "4000002500003155",
  failsLater: "4000-0000-0000-0341",
  declined: "4000000000000002",
};

let realNow = start;
let userId = "";
let count = 0;
const sandbox = sandboxProvider(() => realNow);

beforeEach(async () => {
  realNow = start;
  userId = `user-${++count}`;
  await db.user.create({ data: { id: userId, name: "Ada", email: `${userId}@example.com`, trialEndsAt: addMs(start, 14 * dayMs) } });
});
afterAll(async () => {
  await stopQueue();
  await close();
});

function got<T>(result: Result<T, BillingError | string>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

const request = (over: Partial<CheckoutRequest> = {}): CheckoutRequest => ({
  kind: "membership",
  attemptId: `${userId}-attempt`,
  userId,
  email: `${userId}@example.com`,
  customerId: null,
  price: monthly,
  months: 1,
  successUrl: "http://localhost:3000/membership/return?session_id={CHECKOUT_SESSION_ID}",
  cancelUrl: "http://localhost:3000/price",
  ...over,
});
const cardOf = (number: string) => got(judgeCard({ number, expiry: "12/34", cvc: "123" }, start));

async function join(number = cards.pays, over: Partial<CheckoutRequest> = {}) {
  const { sessionId } = got(await sandbox.startCheckout(request(over)));
  got(await paySandboxSession(sessionId, cardOf(number), realNow));
  const outcome = got(await sandbox.readCheckout(sessionId));
  return { sessionId, id: outcome.subscriptionId ?? "", customer: outcome.customerId ?? "" };
}

const move = (days: number) => moveSandboxClock(userId, days * 24 * 60 * 60, realNow);
const typesOf = async (customerId: string) =>
  (await db.sandboxEvent.findMany({ where: { customerId }, orderBy: { position: "asc" } })).map(({ type }) => type);

describe("a checkout of the sandbox", () => {
  it("has one page for one try, on our own address, and refuses the same try for something else", async () => {
    const first = got(await sandbox.startCheckout(request()));
    expect(first.url).toBe(`http://localhost:3000/sandbox/checkout/${first.sessionId}`);
    expect(got(await sandbox.startCheckout(request()))).toEqual(first);
    expect(await sandbox.startCheckout(request({ price: yearly }))).toMatchObject({ ok: false, error: { kind: "refused" } });
  });

  it("pays once however often its form is sent, and tells of it", async () => {
    const { sessionId } = got(await sandbox.startCheckout(request()));
    await Promise.all([1, 2, 3].map(() => paySandboxSession(sessionId, cardOf(cards.pays), realNow)));
    const outcome = got(await sandbox.readCheckout(sessionId));
    expect(outcome).toMatchObject({ userId, isPaid: true, attemptId: `${userId}-attempt`, kind: "membership" });
    const customerId = outcome.customerId ?? "";
    expect(got(await sandbox.listInvoices(customerId))).toMatchObject([{ amountMinor: 999, status: "paid", currency: "USD" }]);
    expect(await typesOf(customerId)).toEqual(["customer.subscription.created", "invoice.paid", "checkout.session.completed"]);
  });

  it("waits for a card that asks to be confirmed", async () => {
    const { sessionId } = got(await sandbox.startCheckout(request()));
    expect(got(await paySandboxSession(sessionId, cardOf(cards.confirms), realNow)).state).toBe("confirming");
    expect(got(await sandbox.readCheckout(sessionId)).isPaid).toBe(false);
    got(await paySandboxSession(sessionId, { ...cardOf(cards.confirms), needsConfirmation: false }, realNow));
    expect(got(await sandbox.readCheckout(sessionId)).isPaid).toBe(true);
  });

  it("takes test cards only", () => {
    const judge = (number: string, expiry = "12/34", cvc = "123") => judgeCard({ number, expiry, cvc }, start);
    expect(judge(cards.declined)).toEqual({ ok: false, error: "declined" });
    expect(judge("5555 5555 5555 4444")).toEqual({ ok: false, error: "not-a-test-card" });
    expect(judge(cards.pays, "12/25")).toEqual({ ok: false, error: "bad-expiry" });
    expect(judge(cards.pays, "01/26").ok).toBe(true);
    expect(judge(cards.pays, "12/34", "12")).toEqual({ ok: false, error: "bad-cvc" });
  });

  it("sells no second membership beside one that goes on", async () => {
    await join();
    const second = got(await sandbox.startCheckout(request({ attemptId: `${userId}-again` })));
    expect(await paySandboxSession(second.sessionId, cardOf(cards.pays), realNow)).toEqual({ ok: false, error: "already-a-member" });
  });

  it("charges a present once", async () => {
    const gift = await join(cards.pays, { kind: "gift", months: 3, price: { ...monthly, amountMinor: 2_997 } });
    expect(gift.id).toBe("");
    expect(got(await sandbox.listInvoices(gift.customer))).toMatchObject([{ amountMinor: 2_997, periodEnd: null }]);
  });

  it("closes after a day", async () => {
    const { sessionId } = got(await sandbox.startCheckout(request()));
    await move(1);
    expect((await findSandboxSession({ id: sessionId }, realNow))?.state).toBe("expired");
    expect(await paySandboxSession(sessionId, cardOf(cards.pays), realNow)).toEqual({ ok: false, error: "gone" });
  });
});

describe("a clock that is moved", () => {
  it("renews at each period's own end, for that account alone", async () => {
    const { id, customer } = await join();
    await move(95);
    const invoices = got(await sandbox.listInvoices(customer));
    const days = (instants: (Date | null)[]) => instants.map((at) => at?.toISOString().slice(0, 10));
    expect(days(invoices.map((invoice) => invoice.periodStart))).toEqual(["2026-04-30", "2026-03-31", "2026-02-28", "2026-01-31"]);
    expect(days(invoices.map((invoice) => invoice.issuedAt))).toEqual(["2026-04-30", "2026-03-31", "2026-02-28", "2026-01-31"]);
    expect(got(await sandbox.readSubscription(id))).toMatchObject({ status: "active", periodEnd: new Date("2026-05-31T09:00:00Z") });
    expect(await db.user.count({ where: { clockAheadSec: { gt: 0 }, id: { not: userId } } })).toBe(1);
  });

  it("lives through a failed renewal, a new card and on", async () => {
    const { id, customer } = await join(cards.failsLater);
    const { periodEnd } = got(await sandbox.readSubscription(id));
    await move(30);
    expect(got(await sandbox.readSubscription(id))).toMatchObject({ status: "past_due", pastDueSince: periodEnd, periodEnd });
    const portal =
      got(await sandbox.openPortal(customer, "http://localhost:3000/membership"))
        .url.split("/")
        .at(-1) ?? "";
    got(await changeSandboxCard(portal, cardOf(cards.pays), realNow));
    expect(got(await sandbox.readSubscription(id))).toMatchObject({ status: "active", periodStart: periodEnd });
    expect(got(await sandbox.listInvoices(customer)).map((invoice) => invoice.status)).toEqual(["paid", "paid"]);
  });

  it("gives a membership up after seven days of failing, with nothing owed", async () => {
    const { id, customer } = await join(cards.failsLater);
    await move(60);
    expect(got(await sandbox.readSubscription(id)).status).toBe("ended");
    expect(got(await sandbox.listInvoices(customer)).map((invoice) => invoice.status)).toEqual(["void", "paid"]);
    expect((await typesOf(customer)).filter((type) => type === "invoice.payment_failed")).toHaveLength(4);
  });

  it("ends a cancelled one with its period, and pauses one without a charge", async () => {
    const { id, customer } = await join();
    const { periodEnd } = got(await sandbox.readSubscription(id));
    got(await sandbox.pause(id, addMs(periodEnd, 40 * dayMs), "pause"));
    await move(40);
    expect(got(await sandbox.readSubscription(id))).toMatchObject({ status: "paused", periodEnd });
    expect(got(await sandbox.resume(id, "resume")).status).toBe("active");
    got(await sandbox.cancelAtPeriodEnd(id, "cancel"));
    await move(31);
    expect(got(await sandbox.readSubscription(id)).status).toBe("ended");
    expect(got(await sandbox.listInvoices(customer))).toHaveLength(2);
  });

  it("steps to the next event, whatever that is", async () => {
    const facts = async () => (await readClockFacts(userId, realNow)) ?? expect.unreachable();
    expect(nextEvent(await facts())?.at).toEqual(addMs(start, 11 * dayMs));
    await moveSandboxClock(userId, stepSec("next-event", await facts()) ?? 0, realNow);
    expect(nextEvent(await facts())?.words).toContain("one day left");
    await move(30);
    expect(nextEvent(await facts())).toBeNull();
    expect(stepSec("next-event", await facts())).toBeNull();
    await join();
    expect(nextEvent(await facts())?.words).toBe("the membership renews");
  });

  it("needs no moving: what falls due by real time is found too", async () => {
    const { customer } = await join();
    expect(await listDueCustomers(realNow)).not.toContain(customer);
    realNow = new Date("2026-02-28T09:00:00Z");
    expect(await listDueCustomers(realNow)).toContain(customer);
  });
});

describe("a change asked for twice", () => {
  it("is done once, and refused under a key that was used for something else", async () => {
    const { id, customer } = await join();
    got(await sandbox.changePlan(id, yearly, "plan"));
    got(await sandbox.changePlan(id, yearly, "plan"));
    expect(got(await sandbox.listInvoices(customer))).toHaveLength(2);
    expect(await sandbox.cancelAtPeriodEnd(id, "plan")).toMatchObject({ ok: false, error: { kind: "refused" } });
  });

  it("may be tried again with its key after it was refused", async () => {
    const { id } = await join();
    expect((await sandbox.resume(id, "soon")).ok).toBe(false);
    got(await sandbox.pause(id, addMs(start, 60 * dayMs), "another pause"));
    expect((await sandbox.resume(id, "soon")).ok).toBe(true);
  });
});

describe("the webhooks of the sandbox", () => {
  const received: { path: string; body: string; signature: string }[] = [];
  let status = 200;
  const server = createServer(async (incoming, answer) => {
    received.push({ path: incoming.url ?? "", body: await text(incoming), signature: String(incoming.headers["sandbox-signature"]) });
    answer.writeHead(status).end();
  });
  const context = () => ({ log: silentLog, now: () => realNow, webOrigin: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });

  beforeAll(() => new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve)));
  beforeEach(async () => {
    status = 200;
    await deliverSandboxEvents(context());
    received.length = 0;
  });
  afterAll(() => server.close());

  it("arrive in order, signed, and say whom they are about", async () => {
    const { customer, sessionId, id } = await join();
    await deliverSandboxEvents(context());
    expect(received.map(({ path }) => path)).toEqual(Array(3).fill("/api/webhooks/sandbox"));
    const events = received.map(({ body, signature }) => sandbox.readEvent(body, signature, realNow));
    expect(events).toMatchObject([
      { ok: true, value: { type: "customer.subscription.created", customerId: customer, subscriptionId: id, isLive: false } },
      { ok: true, value: { type: "invoice.paid" } },
      { ok: true, value: { type: "checkout.session.completed", sessionId } },
    ]);
    await deliverSandboxEvents(context());
    expect(received).toHaveLength(3);
  });

  it("come again until they are taken, signed anew", async () => {
    await join();
    status = 503;
    await deliverSandboxEvents(context());
    status = 200;
    realNow = addMs(realNow, 600_000);
    await deliverSandboxEvents(context());
    expect(received).toHaveLength(6);
    const [first, again] = [received[0], received[3]];
    expect(again?.body).toBe(first?.body);
    expect(again?.signature).not.toBe(first?.signature);
  });

  it("are refused when forged, changed or older than five minutes", async () => {
    await join();
    await deliverSandboxEvents(context());
    const { body = "", signature = "" } = received[0] ?? {};
    const read = (text: string, header: string | null, at: Date) => sandbox.readEvent(text, header, at);
    expect(read(body, signature, addMs(realNow, 299_000)).ok).toBe(true);
    expect(read(body, signature, addMs(realNow, 301_000))).toEqual({ ok: false, error: { kind: "stale" } });
    expect(read(`${body} `, signature, realNow)).toEqual({ ok: false, error: { kind: "forged" } });
    expect(read(body, null, realNow)).toEqual({ ok: false, error: { kind: "forged" } });
  });

  it("count for nothing where Stripe takes the payments", async () => {
    await join();
    await deliverSandboxEvents(context());
    const { body = "", signature = "" } = received[0] ?? {};
    Object.assign(env(), { STRIPE_SECRET_KEY: "sk_test_theirs" });
    expect(sandbox.readEvent(body, signature, realNow).ok).toBe(false);
    Object.assign(env(), { STRIPE_SECRET_KEY: undefined });
  });
});
