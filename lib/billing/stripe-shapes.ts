import { z } from "zod";

/** An object of Stripe's, or only its id where it was not asked for whole. */
const idOf = z.union([z.string(), z.object({ id: z.string() }).transform(({ id }) => id)]);
const seconds = z.number().int();

const Item = z.object({
  id: z.string(),
  // Periods stand with the items since API version 2025-03-31.
  current_period_start: seconds,
  current_period_end: seconds,
  price: z.object({
    id: z.string(),
    currency: z.string(),
    unit_amount: z.number().int().nullable(),
    product: idOf,
    recurring: z.object({ interval: z.string(), interval_count: z.number().int() }).nullable(),
  }),
});

const LatestInvoice = z.object({ id: z.string(), status: z.string().nullable(), amount_remaining: z.number().int() });

/** What we read of a subscription, its latest invoice along with it. */
export const StripeSubscription = z.object({
  id: z.string(),
  customer: idOf,
  status: z.string(),
  cancel_at_period_end: z.boolean(),
  cancel_at: seconds.nullable(),
  trial_end: seconds.nullable(),
  ended_at: seconds.nullable(),
  created: seconds,
  livemode: z.boolean(),
  metadata: z.record(z.string(), z.string()),
  items: z.object({ data: z.array(Item).min(1) }),
  latest_invoice: z.union([LatestInvoice, z.string().transform(() => null)]).nullable(),
});
export type StripeSubscription = z.infer<typeof StripeSubscription>;

export const StripeSession = z.object({
  id: z.string(),
  url: z.string().nullable(),
  mode: z.string(),
  status: z.string().nullable(),
  payment_status: z.string(),
  client_reference_id: z.string().nullable(),
  customer: idOf.nullable(),
  subscription: idOf.nullable(),
  metadata: z.record(z.string(), z.string()).nullable(),
});
export type StripeSession = z.infer<typeof StripeSession>;

export const StripeInvoice = z.object({
  id: z.string(),
  number: z.string().nullable(),
  status: z.string().nullable(),
  total: z.number().int(),
  currency: z.string(),
  created: seconds,
  attempted: z.boolean(),
  hosted_invoice_url: z.string().nullable().optional(),
  status_transitions: z.object({ paid_at: seconds.nullable() }),
  lines: z.object({ data: z.array(z.object({ period: z.object({ start: seconds, end: seconds }) })) }),
});
export type StripeInvoice = z.infer<typeof StripeInvoice>;

export const StripeCharge = z.object({ refunded: z.boolean(), payment_intent: idOf.nullable() });

export const StripeInvoicePayment = z.object({ invoice: idOf });

/** What an invoice was paid with. */
export const StripePaidBy = z.object({ payment: z.object({ payment_intent: idOf.nullish() }) });

/** What we read of an event: whom it is about. */
export const StripeEvent = z.object({
  id: z.string(),
  type: z.string(),
  created: seconds,
  livemode: z.boolean(),
  data: z.object({
    object: z.object({
      id: z.string().optional(),
      object: z.string(),
      customer: idOf.nullish(),
      subscription: idOf.nullish(),
      parent: z.object({ subscription_details: z.object({ subscription: idOf.nullish() }).nullish() }).nullish(),
    }),
  }),
});
export type StripeEvent = z.infer<typeof StripeEvent>;
