import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { stripeProvider } from "@/lib/billing/stripe-gateway";
import type { BillingError, CheckoutRequest, Price } from "@/lib/billing/types";
import type { Result } from "@/lib/core/result";
import { env } from "@/lib/platform/env";
import { type StripeServer, startStripeServer } from "../../support/stripe-server";

const start = Date.UTC(2026, 0, 31, 9) / 1_000;
const daySec = 24 * 60 * 60;
const monthly: Price = { plan: "monthly", currency: "USD", amountMinor: 999, providerPriceId: null };
const yearly: Price = { plan: "yearly", currency: "USD", amountMinor: 9900, providerPriceId: null };

let server: StripeServer;
let attempts = 0;
const stripe = stripeProvider(() => new Date(server.books.nowSec() * 1_000));

beforeAll(async () => {
  server = await startStripeServer({ secretKey: "sk_test_ours", webhookSecret: "whsec_new", nowSec: start });
  Object.assign(env(), {
    STRIPE_SECRET_KEY: "sk_test_ours",
    STRIPE_WEBHOOK_SECRET: "whsec_new",
    STRIPE_WEBHOOK_SECRET_OLD: "whsec_old",
    STRIPE_API_URL: server.url,
  });
});
afterAll(() => server.close());

function got<T>(result: Result<T, BillingError>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

const request = (over: Partial<CheckoutRequest> = {}): CheckoutRequest => ({
  kind: "membership",
  attemptId: `attempt-${++attempts}`,
  userId: "user-1",
  email: "ada@example.com",
  customerId: null,
  price: monthly,
  months: 1,
  successUrl: "http://localhost:3000/membership/return?session_id={CHECKOUT_SESSION_ID}",
  cancelUrl: "http://localhost:3000/price",
  ...over,
});

/** Buys a membership as a person does: our request, Stripe's page, its form. */
async function join(over: Partial<CheckoutRequest> = {}) {
  const session = got(await stripe.startCheckout(request(over)));
  const answer = await fetch(session.url, { method: "POST", redirect: "manual" });
  expect(answer.headers.get("location")).toBe(`http://localhost:3000/membership/return?session_id=${session.sessionId}`);
  const outcome = got(await stripe.readCheckout(session.sessionId));
  return { ...outcome, id: outcome.subscriptionId ?? "", customer: outcome.customerId ?? "" };
}

const daysFrom = (from: Date, days: number) => new Date(from.getTime() + days * daySec * 1_000);
const moveTo = (at: Date) => server.books.advance(at.getTime() / 1_000);

describe("a checkout", () => {
  it("binds the subscription to our account by our own words, never by an address", async () => {
    const joined = await join();
    expect(joined).toMatchObject({ userId: "user-1", kind: "membership", isPaid: true });
    const subscription = got(await stripe.readSubscription(joined.id));
    expect(subscription).toMatchObject({
      userId: "user-1",
      status: "active",
      plan: "monthly",
      currency: "USD",
      amountMinor: 999,
      isLive: false,
    });
    expect(got(await stripe.readCustomer(joined.customer))).toEqual(subscription);
    expect(server.calls.every((call) => call.version === "2026-10-28.endive")).toBe(true);
  });

  it("gives one session for one try, and refuses the same try for something else", async () => {
    const asked = request({ attemptId: "the-same" });
    const first = got(await stripe.startCheckout(asked));
    expect(got(await stripe.startCheckout(asked))).toEqual(first);
    expect(await stripe.startCheckout({ ...asked, price: yearly })).toMatchObject({ ok: false, error: { kind: "refused" } });
  });

  it("is not paid before it is paid", async () => {
    const session = got(await stripe.startCheckout(request()));
    expect(got(await stripe.readCheckout(session.sessionId))).toMatchObject({ isPaid: false, subscriptionId: null });
    expect(await stripe.readCheckout("cs_nobody")).toEqual({ ok: false, error: { kind: "not-found" } });
  });

  it("charges a present once and starts no subscription", async () => {
    const gift = await join({ kind: "gift", months: 3, price: { ...monthly, amountMinor: 2_997 } });
    expect(gift).toMatchObject({ kind: "gift", isPaid: true, subscriptionId: null });
    expect(got(await stripe.listInvoices(gift.customer))).toMatchObject([{ amountMinor: 2_997, status: "paid" }]);
    expect(await stripe.readCustomer(gift.customer)).toEqual({ ok: false, error: { kind: "not-found" } });
  });
});

describe("a membership", () => {
  it("ends with what is paid once cancelled, and can be taken back before", async () => {
    const { id } = await join();
    const cancelled = got(await stripe.cancelAtPeriodEnd(id, "cancel-1"));
    expect(cancelled).toMatchObject({ status: "active", willCancelAtPeriodEnd: true });
    expect(got(await stripe.undoCancel(id, "undo-1")).willCancelAtPeriodEnd).toBe(false);
    got(await stripe.cancelAtPeriodEnd(id, "cancel-2"));
    moveTo(daysFrom(cancelled.periodEnd, 40));
    const ended = got(await stripe.readSubscription(id));
    expect(ended).toMatchObject({ status: "ended", periodEnd: cancelled.periodEnd });
    expect(got(await stripe.listInvoices(ended.customerId))).toHaveLength(1);
  });

  it("is paid until the old period's end while a renewal fails, and ends without another charge", async () => {
    const { id, customer } = await join();
    const { periodEnd } = got(await stripe.readSubscription(id));
    server.books.failing.add(customer);
    moveTo(daysFrom(periodEnd, 2));
    expect(got(await stripe.readSubscription(id))).toMatchObject({ status: "past_due", periodEnd, pastDueSince: periodEnd });
    expect(got(await stripe.cancelAtPeriodEnd(id, "cancel-owing"))).toMatchObject({ status: "ended", periodEnd });
    expect(got(await stripe.listInvoices(customer)).map((invoice) => invoice.status)).toEqual(["void", "paid"]);
  });

  it("charges nothing from the end of the paid period until a pause is over, and takes no paid day", async () => {
    const { id, customer } = await join();
    const { periodEnd } = got(await stripe.readSubscription(id));
    const resumesAt = daysFrom(periodEnd, 60);
    const paused = got(await stripe.pause(id, resumesAt, "pause-1"));
    expect(paused).toMatchObject({ status: "paused", periodEnd, resumesAt });
    expect(got(await stripe.pause(id, resumesAt, "pause-1"))).toEqual(paused);
    moveTo(daysFrom(resumesAt, -1));
    expect(got(await stripe.readSubscription(id))).toMatchObject({ status: "paused", periodEnd });
    expect(got(await stripe.listInvoices(customer))).toHaveLength(1);
    moveTo(daysFrom(resumesAt, 1));
    const resumed = got(await stripe.readSubscription(id));
    expect(resumed).toMatchObject({ status: "active", periodStart: resumesAt, resumesAt: null });
    expect(got(await stripe.listInvoices(customer))).toHaveLength(2);
  });

  it("resumes early for nothing before the pause, and for a new period in it", async () => {
    const { id } = await join();
    const { periodEnd } = got(await stripe.readSubscription(id));
    got(await stripe.pause(id, daysFrom(periodEnd, 60), "pause-2"));
    expect(got(await stripe.resume(id, "resume-2"))).toMatchObject({ status: "active", periodEnd, resumesAt: null });
    got(await stripe.pause(id, daysFrom(periodEnd, 60), "pause-3"));
    moveTo(daysFrom(periodEnd, 10));
    expect(got(await stripe.resume(id, "resume-3"))).toMatchObject({ status: "active", periodStart: daysFrom(periodEnd, 10) });
  });

  it("ends with the paid period when a pause is cancelled", async () => {
    const { id } = await join();
    const { periodEnd } = got(await stripe.readSubscription(id));
    got(await stripe.pause(id, daysFrom(periodEnd, 60), "pause-4"));
    expect(got(await stripe.cancelAtPeriodEnd(id, "cancel-4"))).toMatchObject({ willCancelAtPeriodEnd: true, periodEnd, resumesAt: null });
    moveTo(daysFrom(periodEnd, 1));
    expect(got(await stripe.readSubscription(id))).toMatchObject({ status: "ended", periodEnd });
  });
});

describe("a plan", () => {
  it("that is longer begins at once and takes the rest of the month off it", async () => {
    const { id, customer } = await join();
    const before = got(await stripe.readSubscription(id));
    moveTo(daysFrom(before.periodStart, 7));
    const year = got(await stripe.changePlan(id, yearly, "plan-1"));
    expect(year).toMatchObject({ plan: "yearly", amountMinor: 9900, periodStart: daysFrom(before.periodStart, 7) });
    expect(got(await stripe.changePlan(id, yearly, "plan-1"))).toEqual(year);
    const [invoice] = got(await stripe.listInvoices(customer));
    expect(invoice?.amountMinor).toBeLessThan(9900);
    expect(invoice?.amountMinor).toBeGreaterThan(9900 - 999);
  });

  it("paid for a year is kept to its end when it goes over to months", async () => {
    const { id, customer } = await join({ price: yearly });
    const { periodEnd } = got(await stripe.readSubscription(id));
    expect(got(await stripe.changePlan(id, monthly, "plan-2"))).toMatchObject({ status: "active", plan: "monthly", periodEnd });
    moveTo(daysFrom(periodEnd, 1));
    expect(got(await stripe.readSubscription(id))).toMatchObject({ plan: "monthly", periodStart: periodEnd });
    expect(got(await stripe.listInvoices(customer)).map((invoice) => invoice.amountMinor)).toEqual([999, 9900]);
  });

  it("stays as it was when the card does not pay for the longer one", async () => {
    const { id, customer } = await join();
    const before = got(await stripe.readSubscription(id));
    server.books.failing.add(customer);
    expect(await stripe.changePlan(id, yearly, "plan-3")).toMatchObject({ ok: false, error: { kind: "refused" } });
    expect({ ...got(await stripe.readSubscription(id)), readAt: before.readAt }).toEqual(before);
  });
});

describe("an account", () => {
  it("that is erased has its membership ended at once, and twice is no fault", async () => {
    const { id } = await join();
    got(await stripe.end(id, "end-1"));
    got(await stripe.end(id, "end-1"));
    got(await stripe.end("sub_nobody", "end-2"));
    expect(got(await stripe.readSubscription(id)).status).toBe("ended");
  });

  it("tells of an invoice that was paid back", async () => {
    const { customer } = await join();
    const [invoice] = got(await stripe.listInvoices(customer));
    server.books.refund(invoice?.providerInvoiceId ?? "");
    expect(got(await stripe.listInvoices(customer))).toMatchObject([{ status: "refunded" }]);
  });

  it("has an invoice paid back once, whatever is asked again", async () => {
    const { customer } = await join();
    const [invoice] = got(await stripe.listInvoices(customer));
    const id = invoice?.providerInvoiceId ?? "";
    const refunds = () => server.calls.filter(({ method, path }) => method === "POST" && path === "/v1/refunds").length;
    const before = refunds();
    got(await stripe.refund(id, "refund-1"));
    expect(got(await stripe.listInvoices(customer))).toMatchObject([{ status: "refunded" }]);
    got(await stripe.refund(id, "refund-1"));
    expect(await stripe.refund(id, "refund-2")).toMatchObject({ ok: false, error: { kind: "refused" } });
    expect(refunds() - before).toBe(3);
    expect(server.books.events.filter(({ type, data }) => type === "charge.refunded" && JSON.stringify(data).includes(id))).toHaveLength(1);
    expect(await stripe.refund("in_nobody", "refund-3")).toMatchObject({ ok: false, error: { kind: "refused" } });
  });
});

describe("the way to Stripe", () => {
  it("tries again after a fault of Stripe's, and says when it cannot be had", async () => {
    const { id } = await join();
    server.failNext(2);
    expect((await stripe.readSubscription(id)).ok).toBe(true);
    server.failNext(3);
    expect(await stripe.readSubscription(id)).toMatchObject({ ok: false, error: { kind: "unavailable" } });
  }, 30_000);

  it("lists each customer that anything happened to since", async () => {
    const since = new Date(server.books.nowSec() * 1_000);
    const [one, other] = [await join(), await join()];
    const changed = got(await stripe.listChangedCustomers(since));
    expect(changed).toEqual(expect.arrayContaining([one.customer, other.customer]));
    expect(new Set(changed).size).toBe(changed.length);
  });

  it("opens the portal of a customer", async () => {
    const { customer } = await join();
    expect(got(await stripe.openPortal(customer, "http://localhost:3000/membership")).url).toContain(customer);
  });
});

describe("a webhook", () => {
  const now = new Date(start * 1_000);
  const signed = (atSec: number, secret?: string) => {
    const event = server.books.events.find(({ type }) => type === "customer.subscription.created");
    if (!event) throw new Error("Nothing has happened yet.");
    return server.sign(event, atSec, secret);
  };
  const read = ({ body, signature }: { body: string; signature: string }) => stripe.readEvent(body, signature, now);

  it("is taken with either secret, and says whom it is about", () => {
    for (const secret of ["whsec_new", "whsec_old"]) {
      expect(read(signed(start - 299, secret))).toMatchObject({
        ok: true,
        value: {
          type: "customer.subscription.created",
          customerId: expect.stringMatching(/^cus_/),
          subscriptionId: expect.stringMatching(/^sub_/),
          isLive: false,
        },
      });
    }
  });

  it.each([
    ["signed by a stranger", "forged", () => signed(start, "whsec_theirs")],
    ["changed on its way", "forged", () => ({ ...signed(start), body: signed(start).body.replace("cus_", "cuz_") })],
    ["without a signature", "forged", () => ({ ...signed(start), signature: "" })],
    ["older than five minutes", "stale", () => signed(start - 301)],
    ["from five minutes ahead", "stale", () => signed(start + 301)],
  ])("is refused when %s", (_words, kind, make) => {
    expect(read(make())).toEqual({ ok: false, error: { kind } });
  });

  it("is refused when it is none of Stripe's events", () => {
    const bare = server.sign({ id: "evt" } as never, start);
    expect(read(bare)).toEqual({ ok: false, error: { kind: "malformed" } });
  });
});
