import type { z } from "zod";
import { product } from "@/lib/core/product";
import { err, ok, type Result } from "@/lib/core/result";
import { env } from "@/lib/platform/env";
import type { StripeClient } from "@/lib/platform/payments/stripe-client";
import { verifyStripeEvent } from "@/lib/platform/payments/stripe-event";
import { askStripe } from "./stripe-ask-gateway";
import { listStripeCustomersSince, listStripeInvoices } from "./stripe-list-gateway";
import { toEvent, toOutcome, toSubscription } from "./stripe-reading";
import { refundStripeInvoice } from "./stripe-refund-gateway";
import { sessionParams } from "./stripe-requests";
import { StripeEvent, StripeSession, StripeSubscription } from "./stripe-shapes";
import { cancelStripe, changeStripePlan, endStripe, pauseStripe, resumeStripe, undoStripeCancel } from "./stripe-subscription-gateway";
import type { BillingError, BillingProvider, ProviderSubscription } from "./types";

/** Payments by Stripe, through its own library. @param now the real instant */
export function stripeProvider(now: () => Date = () => new Date()): BillingProvider {
  const told = async (read: Promise<Result<StripeSubscription, BillingError>>): Promise<Result<ProviderSubscription, BillingError>> => {
    const answer = await read;
    return answer.ok ? ok(toSubscription(answer.value, now())) : answer;
  };
  return {
    name: "stripe",
    startCheckout: async (request) => {
      const params = sessionParams(request, product.name);
      const session = await ask(
        (stripe) => stripe.checkout.sessions.create(params, { idempotencyKey: `checkout-${request.attemptId}` }),
        StripeSession,
      );
      if (!session.ok) return session;
      const { id, url } = session.value;
      return url === null ? err({ kind: "refused", detail: "The checkout is closed." }) : ok({ sessionId: id, url });
    },
    readCheckout: async (sessionId) => {
      const session = await ask((stripe) => stripe.checkout.sessions.retrieve(sessionId), StripeSession);
      if (!session.ok) return session;
      const outcome = toOutcome(session.value);
      return outcome ? ok(outcome) : err({ kind: "not-found" });
    },
    openPortal: (customerId, returnUrl) =>
      askStripe(async (stripe) => {
        const { url } = await stripe.billingPortal.sessions.create({ customer: customerId, return_url: returnUrl });
        return { url };
      }),
    readSubscription: (id) => told(ask((stripe) => stripe.subscriptions.retrieve(id, { expand: ["latest_invoice"] }), StripeSubscription)),
    readCustomer: (customerId) => told(latestOf(customerId)),
    listInvoices: listStripeInvoices,
    cancelAtPeriodEnd: (id, key) => told(cancelStripe(id, key, now())),
    undoCancel: (id, key) => told(undoStripeCancel(id, key)),
    changePlan: (id, price, key) => told(changeStripePlan(id, price, key)),
    pause: (id, resumesAt, key) => told(pauseStripe(id, resumesAt, key)),
    resume: (id, key) => told(resumeStripe(id, key, now())),
    refund: refundStripeInvoice,
    end: endStripe,
    readEvent: (rawBody, signature, receivedAt) => {
      const { STRIPE_WEBHOOK_SECRET, STRIPE_WEBHOOK_SECRET_OLD } = env();
      const secrets = [STRIPE_WEBHOOK_SECRET, STRIPE_WEBHOOK_SECRET_OLD].filter((secret) => secret !== undefined);
      const verified = verifyStripeEvent(rawBody, signature, secrets, receivedAt);
      if (!verified.ok) return verified;
      const event = StripeEvent.safeParse(verified.value);
      return event.success ? ok(toEvent(event.data)) : err({ kind: "malformed" });
    },
    listChangedCustomers: listStripeCustomersSince,
  };
}

const ask = <Shape extends z.ZodType>(call: (stripe: StripeClient) => Promise<unknown>, shape: Shape) =>
  askStripe(async (stripe) => shape.parse(await call(stripe)));

/** The newest that goes on, else the newest that ended: one that nobody ever paid for does not hide an older one. */
async function latestOf(customerId: string): Promise<Result<StripeSubscription, BillingError>> {
  const params = { customer: customerId, status: "all" as const, limit: 20, expand: ["data.latest_invoice"] };
  const listed = await askStripe(async (stripe) =>
    (await stripe.subscriptions.list(params)).data.map((each) => StripeSubscription.parse(each)),
  );
  if (!listed.ok) return listed;
  const newestFirst = listed.value.toSorted((a, b) => b.created - a.created);
  const paid = newestFirst.filter(({ status }) => status !== "incomplete" && status !== "incomplete_expired");
  const found = paid.find(({ status }) => status !== "canceled") ?? paid[0] ?? newestFirst[0];
  return found ? ok(found) : err({ kind: "not-found" });
}
