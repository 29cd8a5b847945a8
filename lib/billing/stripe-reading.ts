import type { StripeEvent, StripeInvoice, StripeSession, StripeSubscription } from "./stripe-shapes";
import type { CheckoutOutcome, Plan, ProviderEvent, ProviderInvoice, ProviderSubscription } from "./types";

const instant = (seconds: number): Date => new Date(seconds * 1_000);

/**
 * What holds a subscription back. Stripe can delay a charge without taking a paid day only by a trial that ends when
 * the charge is due; until when is paid we write into the metadata, with why: a pause, or another plan that begins then.
 */
export type Hold = { why: "pause" | "plan"; paidUntil: Date; until: Date };

/** The hold that a subscription is in now; null for one that renews by itself. */
export function holdOf(subscription: StripeSubscription): Hold | null {
  const { trial_end: until, metadata } = subscription;
  const paidUntil = Number(metadata.paidUntil);
  const why = metadata.hold === "pause" ? "pause" : "plan";
  // A hold that is over stays in the metadata, but the period has moved on.
  if (until === null || until !== firstItem(subscription).current_period_end || !(paidUntil > 0)) return null;
  return { why, paidUntil: instant(paidUntil), until: instant(until) };
}

/**
 * Until when a subscription is paid for. While a renewal fails, Stripe has moved its period on already: the paid one
 * ended where that begins.
 */
export function paidUntilOf(subscription: StripeSubscription): Date {
  const { current_period_start: start, current_period_end: end } = firstItem(subscription);
  return holdOf(subscription)?.paidUntil ?? instant(isOwing(subscription) ? start : end);
}

/** A subscription of Stripe's in our words. @param now when it was read */
export function toSubscription(subscription: StripeSubscription, now: Date): ProviderSubscription {
  const item = firstItem(subscription);
  const hold = holdOf(subscription);
  const periodEnd = paidUntilOf(subscription);
  const status = statusOf(subscription, hold);
  const willCancel = subscription.cancel_at_period_end || subscription.cancel_at !== null;
  return {
    subscriptionId: subscription.id,
    customerId: subscription.customer,
    userId: subscription.metadata.userId ?? null,
    status,
    priceId: item.price.id,
    plan: planOf(item.price.recurring),
    currency: item.price.currency.toUpperCase(),
    amountMinor: item.price.unit_amount ?? 0,
    periodStart: instant(Math.min(item.current_period_start, periodEnd.getTime() / 1_000)),
    periodEnd,
    willCancelAtPeriodEnd: willCancel && status !== "ended",
    pastDueSince: status === "past_due" ? periodEnd : null,
    resumesAt: hold?.why === "pause" && !willCancel ? hold.until : null,
    isLive: subscription.livemode,
    readAt: now,
  };
}

function statusOf(subscription: StripeSubscription, hold: Hold | null): ProviderSubscription["status"] {
  switch (subscription.status) {
    case "canceled":
    case "incomplete_expired":
      return "ended";
    case "incomplete":
      return "incomplete";
    // Given up by Stripe but not ended: our own grace decides.
    case "past_due":
    case "unpaid":
      return "past_due";
    case "paused":
      return "paused";
    default:
      return hold?.why === "pause" && !subscription.cancel_at_period_end ? "paused" : "active";
  }
}

/** Whether the running period was asked for and not paid. */
function isOwing({ status, latest_invoice: invoice }: StripeSubscription): boolean {
  if (status === "past_due" || status === "unpaid" || status === "incomplete") return true;
  const isUnpaid = invoice !== null && invoice.amount_remaining > 0 && invoice.status !== "paid";
  return isUnpaid && (status === "canceled" || status === "incomplete_expired");
}

function planOf(recurring: { interval: string; interval_count: number } | null): Plan | null {
  if (recurring?.interval_count !== 1) return null;
  if (recurring.interval === "month") return "monthly";
  return recurring.interval === "year" ? "yearly" : null;
}

/** The one thing a subscription of ours is for. @throws Error never: the shape wants at least one */
export function firstItem(subscription: StripeSubscription): StripeSubscription["items"]["data"][number] {
  const [item] = subscription.items.data;
  if (!item) throw new Error(`The subscription ${subscription.id} is for nothing.`);
  return item;
}

/** An invoice of Stripe's in our words. @param isRefunded whether its payment was given back */
export function toInvoice(invoice: StripeInvoice, customerId: string, isRefunded: boolean): ProviderInvoice {
  // A change of plan has lines for what is taken off too; the period paid for is the one that ends last.
  const periods = invoice.lines.data.map((line) => line.period).sort((a, b) => b.end - a.end);
  const [period] = periods;
  const paidAt = invoice.status_transitions.paid_at;
  return {
    providerInvoiceId: invoice.id,
    customerId,
    number: invoice.number ?? invoice.id,
    status: isRefunded ? "refunded" : invoiceStatus(invoice),
    amountMinor: invoice.total,
    currency: invoice.currency.toUpperCase(),
    periodStart: period ? instant(period.start) : null,
    periodEnd: period ? instant(period.end) : null,
    issuedAt: instant(invoice.created),
    paidAt: paidAt === null ? null : instant(paidAt),
    hostedUrl: invoice.hosted_invoice_url ?? null,
  };
}

function invoiceStatus({ status, attempted }: StripeInvoice): ProviderInvoice["status"] {
  switch (status) {
    case "paid":
      return "paid";
    case "void":
      return "void";
    case "uncollectible":
      return "failed";
    default:
      return attempted ? "failed" : "open";
  }
}

/** What a checkout of Stripe's came to; null for one that is none of ours. */
export function toOutcome(session: StripeSession): CheckoutOutcome | null {
  const { client_reference_id: userId, metadata } = session;
  const attemptId = metadata?.attemptId;
  if (!userId || !attemptId) return null;
  return {
    sessionId: session.id,
    attemptId,
    userId,
    kind: session.mode === "payment" ? "gift" : "membership",
    isPaid: session.status === "complete" && session.payment_status === "paid",
    customerId: session.customer,
    subscriptionId: session.subscription,
  };
}

/** Whom an event of Stripe's is about. */
export function toEvent({ id, type, created, livemode, data: { object } }: StripeEvent): ProviderEvent {
  const named = (kind: string) => (object.object === kind ? (object.id ?? null) : null);
  const subscription = object.subscription ?? object.parent?.subscription_details?.subscription ?? null;
  return {
    id,
    type,
    customerId: object.customer ?? named("customer"),
    subscriptionId: named("subscription") ?? subscription,
    sessionId: named("checkout.session"),
    isLive: livemode,
    createdAt: instant(created),
  };
}
