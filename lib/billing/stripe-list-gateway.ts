import type { Result } from "@/lib/core/result";
import type { StripeClient } from "@/lib/platform/payments/stripe-client";
import { askStripe } from "./stripe-ask-gateway";
import { toEvent, toInvoice } from "./stripe-reading";
import { StripeCharge, StripeEvent, StripeInvoice, StripeInvoicePayment } from "./stripe-shapes";
import type { BillingError, ProviderInvoice } from "./types";

const invoicesMax = 100;
const eventsMax = 10_000;
/** The events after which a customer is worth reading again. */
const eventTypes = [
  "checkout.session.completed",
  "customer.subscription.created",
  "customer.subscription.updated",
  "customer.subscription.deleted",
  "invoice.paid",
  "invoice.payment_failed",
  "invoice.voided",
  "charge.refunded",
];

/** The invoices of a customer, newest first, without those over nothing that a delayed charge leaves behind. */
export function listStripeInvoices(customerId: string): Promise<Result<ProviderInvoice[], BillingError>> {
  return askStripe(async (stripe) => {
    const [list, refunded] = await Promise.all([
      stripe.invoices.list({ customer: customerId, limit: invoicesMax }),
      listRefundedInvoices(stripe, customerId),
    ]);
    return list.data
      .map((invoice) => StripeInvoice.parse(invoice))
      .filter((invoice) => invoice.total > 0 && invoice.status !== "draft")
      .map((invoice) => toInvoice(invoice, customerId, refunded.has(invoice.id)));
  });
}

/** An invoice does not say that it was paid back; its charge does. */
async function listRefundedInvoices(stripe: StripeClient, customerId: string): Promise<Set<string>> {
  const charges = await stripe.charges.list({ customer: customerId, limit: invoicesMax });
  const intents = charges.data
    .map((charge) => StripeCharge.parse(charge))
    .flatMap((charge) => (charge.refunded && charge.payment_intent ? [charge.payment_intent] : []));
  const invoices = new Set<string>();
  for (const intent of intents) {
    const payments = await stripe.invoicePayments.list({ payment: { type: "payment_intent", payment_intent: intent }, limit: 1 });
    for (const payment of payments.data) invoices.add(StripeInvoicePayment.parse(payment).invoice);
  }
  return invoices;
}

/** Customers with anything new since then; Stripe keeps events for 30 days. */
export function listStripeCustomersSince(since: Date): Promise<Result<string[], BillingError>> {
  return askStripe(async (stripe) => {
    const created = { gte: Math.floor(since.getTime() / 1_000) };
    const customers = new Set<string>();
    let seen = 0;
    for await (const event of stripe.events.list({ created, types: eventTypes, limit: 100 })) {
      const { customerId } = toEvent(StripeEvent.parse(event));
      if (customerId) customers.add(customerId);
      seen += 1;
      if (seen >= eventsMax) break;
    }
    return [...customers];
  });
}
