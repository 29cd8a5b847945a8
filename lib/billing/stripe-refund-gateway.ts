import { err, ok, type Result } from "@/lib/core/result";
import { askStripe } from "./stripe-ask-gateway";
import { StripePaidBy } from "./stripe-shapes";
import type { BillingError } from "./types";

const paymentsMax = 10;

/**
 * Pays back whatever was paid for an invoice, each payment once: asking again with the same key gives the same answer, and
 * of one that was paid back by other hands Stripe says so, which the next reading shows.
 *
 * Source: Stripe, "Refunds" and "Invoice payments" of API version 2026-10-28
 */
export async function refundStripeInvoice(invoiceId: string, key: string): Promise<Result<void, BillingError>> {
  const intents = await askStripe(async (stripe) => {
    const paid = await stripe.invoicePayments.list({ invoice: invoiceId, status: "paid", limit: paymentsMax });
    return paid.data.flatMap((each) => StripePaidBy.parse(each).payment.payment_intent ?? []);
  });
  if (!intents.ok) return intents;
  if (intents.value.length === 0) return err({ kind: "refused", detail: "Nothing was paid for it." });
  for (const intent of intents.value) {
    const params = { payment_intent: intent, reason: "requested_by_customer" as const, metadata: { invoiceId } };
    const asked = await askStripe((stripe) => stripe.refunds.create(params, { idempotencyKey: `${key}-${intent}` }));
    if (!asked.ok) return asked;
  }
  return ok(undefined);
}
