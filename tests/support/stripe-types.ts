/** The parts of Stripe's objects that we use, in its own shapes (API version 2026-10-28). Instants are seconds since 1970. */
export type StripePrice = {
  id: string;
  object: "price";
  currency: string;
  unit_amount: number;
  product: string;
  recurring: { interval: "month" | "year"; interval_count: number } | null;
};

export type StripeInvoice = {
  id: string;
  object: "invoice";
  number: string;
  customer: string;
  status: "paid" | "open" | "void";
  total: number;
  amount_remaining: number;
  currency: string;
  created: number;
  attempted: boolean;
  livemode: boolean;
  hosted_invoice_url: string;
  status_transitions: { paid_at: number | null };
  parent: { subscription_details: { subscription: string } } | null;
  lines: { object: "list"; data: { period: { start: number; end: number } }[] };
};

export type StripeSubscription = {
  id: string;
  object: "subscription";
  customer: string;
  status: "active" | "trialing" | "past_due" | "canceled";
  cancel_at_period_end: boolean;
  cancel_at: number | null;
  trial_end: number | null;
  ended_at: number | null;
  created: number;
  livemode: boolean;
  metadata: Record<string, string>;
  items: { object: "list"; data: [{ id: string; current_period_start: number; current_period_end: number; price: StripePrice }] };
  latest_invoice: string | null;
};

export type StripeSession = {
  id: string;
  object: "checkout.session";
  url: string | null;
  mode: "subscription" | "payment";
  status: "open" | "complete";
  payment_status: "unpaid" | "paid";
  client_reference_id: string | null;
  customer: string | null;
  subscription: string | null;
  metadata: Record<string, string>;
  livemode: boolean;
  success_url: string;
  cancel_url: string;
};

export type StripeCharge = { id: string; object: "charge"; customer: string; payment_intent: string; refunded: boolean; invoice: string };

export type StripeEvent = {
  id: string;
  object: "event";
  type: string;
  created: number;
  livemode: boolean;
  api_version: string;
  data: { object: object };
};

/** An answer that is a fault. */
export class StripeFault extends Error {
  constructor(
    readonly status: number,
    readonly type: string,
    readonly code: string,
  ) {
    super(`${type} ${code}`);
  }
}
