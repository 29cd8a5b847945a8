import { z } from "zod";
import type { Result } from "@/lib/core/result";

export const Plan = z.enum(["monthly", "yearly"]);
export type Plan = z.infer<typeof Plan>;

/** What one period of a plan costs. */
export type Price = {
  plan: Plan;
  /** ISO 4217, upper case. */
  currency: string;
  /** Minor units of the currency. */
  amountMinor: number;
  /** The provider's own name for it, where the provider has one. */
  providerPriceId: string | null;
};

/** The paid part of an account's books, as stored. `none`: never paid. */
export type Subscription = {
  state: "active" | "past_due" | "cancelled" | "paused" | "lapsed";
  plan: Plan | null;
  currency: string | null;
  amountMinor: number | null;
  periodStart: Date | null;
  /** Until when is paid. */
  periodEnd: Date | null;
  pastDueSince: Date | null;
  cancelledAt: Date | null;
  resumesAt: Date | null;
};

/** Everything that decides what an account may read: trial, subscription and presents. */
export type Books = {
  trialEndsAt: Date | null;
  subscription: Subscription | null;
  giftUntil: Date | null;
};

/** What happened to the paid part of the books or to a present; the machine `advance` folds them. */
export type BooksEvent =
  | { kind: "trial-started"; endsAt: Date }
  /** A first payment, or the first after an end: a period is paid for. */
  | { kind: "started"; plan: Plan | null; currency: string; amountMinor: number; periodStart: Date; periodEnd: Date }
  /** The next period is paid for. */
  | { kind: "renewed"; periodStart: Date; periodEnd: Date }
  | { kind: "plan-changed"; plan: Plan | null; currency: string; amountMinor: number }
  | { kind: "payment-failed"; since: Date }
  /** What had failed is paid, or is no longer asked for. */
  | { kind: "payment-mended" }
  | { kind: "cancelled"; at: Date }
  | { kind: "cancel-undone" }
  | { kind: "paused"; resumesAt: Date }
  | { kind: "resumed" }
  /** The provider has closed it: nothing is charged any more. `paidUntil`: the end of what stays paid. */
  | { kind: "ended"; paidUntil: Date }
  | { kind: "gift-redeemed"; months: number; at: Date }
  /** Time that was paid for twice is given back as a present. */
  | { kind: "credited"; ms: number; at: Date }
  /** Days that the office gives; they go as a present's do. */
  | { kind: "granted"; days: number; at: Date };

/** Where an account stands, as pages and mails say it. */
export type Standing =
  | { kind: "free"; hadTrial: boolean }
  | { kind: "trialing"; endsAt: Date; daysLeft: number }
  | { kind: "active"; plan: Plan; renewsAt: Date; amountMinor: number; currency: string }
  | { kind: "gifted"; endsAt: Date }
  | { kind: "past_due"; graceEndsAt: Date; amountMinor: number; currency: string }
  | { kind: "cancelled"; endsAt: Date }
  | { kind: "paused"; openUntil: Date; resumesAt: Date }
  | { kind: "lapsed"; endedAt: Date };

/** A subscription as the provider tells it, in our words. `readAt`: when it was read. */
export type ProviderSubscription = {
  subscriptionId: string;
  customerId: string;
  /** Our account, from the reference we gave at checkout; never from an address. */
  userId: string | null;
  status: "trialing" | "active" | "past_due" | "cancelled" | "paused" | "incomplete" | "ended";
  priceId: string | null;
  plan: Plan | null;
  currency: string;
  amountMinor: number;
  /** The last period that is paid for: of a renewal whose payment failed, the period before it. */
  periodStart: Date;
  periodEnd: Date;
  willCancelAtPeriodEnd: boolean;
  pastDueSince: Date | null;
  resumesAt: Date | null;
  isLive: boolean;
  readAt: Date;
};

export const InvoiceStatus = z.enum(["paid", "open", "failed", "refunded", "void"]);

export type ProviderInvoice = {
  providerInvoiceId: string;
  customerId: string;
  number: string;
  status: z.infer<typeof InvoiceStatus>;
  amountMinor: number;
  currency: string;
  periodStart: Date | null;
  periodEnd: Date | null;
  issuedAt: Date;
  paidAt: Date | null;
  hostedUrl: string | null;
};

/** An event whose signature held: a hint of what to read again, never the truth itself. */
export type ProviderEvent = {
  id: string;
  type: string;
  customerId: string | null;
  subscriptionId: string | null;
  /** The checkout session a payment came from. */
  sessionId: string | null;
  isLive: boolean;
  createdAt: Date;
};

/** `kind: "gift"` pays once for months of someone else's reading: `price.amountMinor` is then the whole sum for all `months`. */
export type CheckoutRequest = {
  kind: "membership" | "gift";
  /** Our id of this try: asking twice with it gives one session (idempotency key). */
  attemptId: string;
  userId: string;
  email: string;
  customerId: string | null;
  price: Price;
  months: number;
  /** `{CHECKOUT_SESSION_ID}` in it stands for the session's id, as at Stripe. */
  successUrl: string;
  cancelUrl: string;
};

export type BillingError =
  /** The provider cannot be reached or has a fault: worth another try. */
  | { kind: "unavailable"; detail: string }
  /** The provider refuses: asking again changes nothing. */
  | { kind: "refused"; detail: string }
  | { kind: "not-found" };

export type CheckoutSession = { sessionId: string; url: string };
/** What a checkout came to. */
export type CheckoutOutcome = {
  sessionId: string;
  attemptId: string;
  userId: string;
  kind: "membership" | "gift";
  isPaid: boolean;
  customerId: string | null;
  subscriptionId: string | null;
};

/** Who takes the payments: Stripe, or the sandbox where no key is set. One implementation a file, nothing else knows which. */
export type BillingProvider = {
  name: "stripe" | "sandbox";
  startCheckout(request: CheckoutRequest): Promise<Result<CheckoutSession, BillingError>>;
  readCheckout(sessionId: string): Promise<Result<CheckoutOutcome, BillingError>>;
  /** The provider's own page for cards and invoices. */
  openPortal(customerId: string, returnUrl: string): Promise<Result<{ url: string }, BillingError>>;
  readSubscription(subscriptionId: string): Promise<Result<ProviderSubscription, BillingError>>;
  /** The customer's latest subscription, ended ones too; `not-found` for none. */
  readCustomer(customerId: string): Promise<Result<ProviderSubscription, BillingError>>;
  listInvoices(customerId: string): Promise<Result<ProviderInvoice[], BillingError>>;
  /** Ends it with the period that is paid for; where none is (past due, a pause that has begun), at once. */
  cancelAtPeriodEnd(subscriptionId: string, key: string): Promise<Result<ProviderSubscription, BillingError>>;
  undoCancel(subscriptionId: string, key: string): Promise<Result<ProviderSubscription, BillingError>>;
  changePlan(subscriptionId: string, price: Price, key: string): Promise<Result<ProviderSubscription, BillingError>>;
  /** No charge from the end of the paid period until `resumesAt`. */
  pause(subscriptionId: string, resumesAt: Date, key: string): Promise<Result<ProviderSubscription, BillingError>>;
  resume(subscriptionId: string, key: string): Promise<Result<ProviderSubscription, BillingError>>;
  /** Pays an invoice back whole; one that was paid back already stays so. */
  refund(providerInvoiceId: string, key: string): Promise<Result<void, BillingError>>;
  /** Ends it now, when an account is erased. */
  end(subscriptionId: string, key: string): Promise<Result<void, BillingError>>;
  /** The event in a request body, if one of our secrets signed it at most 300 s ago. */
  readEvent(rawBody: string, signature: string | null, now: Date): Result<ProviderEvent, { kind: "forged" | "stale" | "malformed" }>;
  /** Ids of customers with anything new since then: for the nightly comparison. */
  listChangedCustomers(since: Date): Promise<Result<string[], BillingError>>;
};

/** One line of the list of invoices. */
export type InvoiceLine = {
  number: string;
  issuedAt: Date;
  amountMinor: number;
  currency: string;
  status: ProviderInvoice["status"];
  hostedUrl: string | null;
};

/** What the membership page shows of one account. */
export type MembershipView = {
  standing: Standing;
  /** Every price on offer, monthly first. */
  prices: Price[];
  /** The plan and currency that are paid for now, or were last. */
  plan: Plan | null;
  currency: string | null;
  invoices: InvoiceLine[];
  /** Whether the sandbox takes the payments: pages then say that no money moves. */
  isSandbox: boolean;
  giftUntil: Date | null;
};

/** Why a command on a membership did nothing. */
export type MembershipError =
  | { kind: "sign-in" }
  /** Prove anew who you are first. */
  | { kind: "step-up" }
  | { kind: "invalid"; fields: Record<string, string> }
  /** It makes no sense as the membership stands: nothing to cancel, already paid. */
  | { kind: "not-now" }
  | { kind: "unavailable" };

const currency = z.string().regex(/^[A-Z]{3}$/);

/** What a reader asks for at the checkout. */
export const CheckoutForm = z.strictObject({ plan: Plan, currency });
export type CheckoutForm = z.infer<typeof CheckoutForm>;

/** A command that asks for nothing but itself. */
export const NoForm = z.strictObject({});
/** The provider's name of a checkout, as it stands in the address of the return. */
export const SessionId = z.string().regex(/^[\w-]{1,255}$/);
export const CancelForm = z.strictObject({ reason: z.string().trim().max(500).optional() });
export const PlanForm = z.strictObject({ plan: Plan });
export const PauseForm = z.strictObject({ months: z.coerce.number().int().min(1).max(3) });

export const giftMonths = [3, 6, 12] as const;
export const GiftForm = z.strictObject({
  months: z.coerce.number().pipe(z.literal(giftMonths)),
  currency,
  recipientEmail: z
    .string()
    .trim()
    .toLowerCase()
    .max(254)
    .transform((typed) => (typed === "" ? undefined : typed))
    .pipe(z.email().optional())
    .optional(),
  message: z.string().trim().max(500).default(""),
});
export type GiftForm = z.infer<typeof GiftForm>;

/** A code as typed: capitals, spaces and dashes do not matter. */
export const RedeemForm = z.strictObject({
  code: z
    .string()
    .max(100)
    .transform((code) => code.toUpperCase().replace(/[^A-Z2-7]/g, ""))
    .pipe(z.string().length(20)),
});

/** What a return from the checkout came to. `pending`: the provider has not been paid yet, and may never be. */
export type CheckoutReturn =
  | { kind: "membership"; standing: Standing }
  | { kind: "gift"; code: string; months: number; recipientEmail: string | null }
  | { kind: "pending" };

/** What a cancellation came to: open until then, and where the receipt went. */
export type CancelReceipt = { endsAt: Date; mailedTo: string };

/** A present as its receiver sees it before opening it. */
export type GiftView = { months: number; message: string; state: "open" | "redeemed" };

/** What we write to a reader about a membership, each once for an instant it is about. */
export const NoticeKind = z.enum([
  "trial-3-days",
  "trial-1-day",
  "trial-over",
  "started",
  "renewal-soon",
  "payment-failed",
  "grace-ending",
  "cancelled",
  "ended",
  "paused",
  "resumes-soon",
  "gift-opened",
  "gift-ending",
  "welcome-2-days",
  "welcome-7-days",
]);
export type NoticeKind = z.infer<typeof NoticeKind>;

/** One thing to write to a reader about; `dueAt`: the instant that ends, renews or happened. */
export type Notice = { kind: NoticeKind; dueAt: Date };
