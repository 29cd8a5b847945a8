import { err, ok, type Result } from "@/lib/core/result";
import type { StripeClient } from "@/lib/platform/payments/stripe-client";
import { askStripe } from "./stripe-ask-gateway";
import { firstItem, holdOf, paidUntilOf } from "./stripe-reading";
import { pricedItem } from "./stripe-requests";
import { StripeSubscription } from "./stripe-shapes";
import type { BillingError, Price } from "./types";

type Answer = Promise<Result<StripeSubscription, BillingError>>;
type Update = NonNullable<Parameters<StripeClient["subscriptions"]["update"]>[1]>;

/** A delayed charge leaves no proration behind: what is paid stays paid, what is not is not asked for yet. */
const unprorated = { proration_behavior: "none" } as const satisfies Update;
const notHeld = { hold: "", paidUntil: "" };
const toSeconds = (at: Date): number => Math.floor(at.getTime() / 1_000);

/**
 * Ends a subscription with what is paid for. Where nothing is (a renewal that failed, a pause that has begun) it ends
 * at once and what is owed is struck out: Stripe would go on trying to collect it.
 */
export function cancelStripe(id: string, key: string, now: Date): Answer {
  return change(id, async (stripe, current) => {
    const hold = holdOf(current);
    const isOver = paidUntilOf(current) <= now;
    if (current.status === "canceled" || (current.cancel_at_period_end && hold?.why !== "pause")) return current;
    if (current.status !== "past_due" && current.status !== "unpaid" && !isOver) {
      // A pause would put the end off with the charge: it ends when what is paid ends.
      const params = hold?.why === "pause" ? { trial_end: toSeconds(hold.paidUntil), ...unprorated } : {};
      return update(stripe, id, { ...params, cancel_at_period_end: true }, key);
    }
    await voidOwed(stripe, current, key);
    return read(await stripe.subscriptions.cancel(id, { invoice_now: false, prorate: false, expand }, { idempotencyKey: key }));
  });
}

/** Stripe's own portal may have named a day instead of the period's end. */
export function undoStripeCancel(id: string, key: string): Answer {
  return change(id, async (stripe, current) => {
    if (!current.cancel_at_period_end && current.cancel_at === null) return current;
    const params: Update = current.cancel_at_period_end ? { cancel_at_period_end: false } : { cancel_at: "" };
    return update(stripe, id, params, key);
  });
}

/**
 * A longer plan begins at once, and what is left of the running period is taken off its price; a card that does not pay
 * changes nothing. Anything else begins when the paid period is over: Stripe would turn paid days into a credit that is
 * lost when the membership ends.
 */
export function changeStripePlan(id: string, price: Price, key: string): Answer {
  return change(id, async (stripe, current) => {
    const item = firstItem(current);
    if (isPriced(item.price, price)) return current;
    const items = [pricedItem(item.id, item.price.product, price)];
    if (item.price.recurring?.interval === "month" && price.plan === "yearly" && !holdOf(current)) {
      return update(stripe, id, { items, proration_behavior: "always_invoice", payment_behavior: "error_if_incomplete" }, key);
    }
    const paidUntil = toSeconds(paidUntilOf(current));
    const metadata = { hold: "plan", paidUntil: String(paidUntil) };
    return update(stripe, id, { items, trial_end: paidUntil, metadata, ...unprorated }, key);
  });
}

/**
 * No charge from the end of the paid period until `resumesAt`, by a trial that ends then. Stripe's own ways lose days
 * or give them away: `pause` stops the running period, `pause_collection` strikes out the invoices of periods that
 * still begin.
 */
export function pauseStripe(id: string, resumesAt: Date, key: string): Answer {
  return change(id, async (stripe, current) => {
    const hold = holdOf(current);
    if (hold?.why === "pause" && toSeconds(hold.until) === toSeconds(resumesAt)) return current;
    const metadata = { hold: "pause", paidUntil: String(toSeconds(paidUntilOf(current))) };
    return update(stripe, id, { trial_end: toSeconds(resumesAt), metadata, ...unprorated }, key);
  });
}

/** Ends a pause: within the paid period nothing but that, afterwards a period begins and is paid for now. */
export function resumeStripe(id: string, key: string, now: Date): Answer {
  return change(id, async (stripe, current) => {
    if (holdOf(current)?.why !== "pause") return current;
    const paidUntil = paidUntilOf(current);
    if (paidUntil > now) {
      const metadata = { hold: "plan", paidUntil: String(toSeconds(paidUntil)) };
      return update(stripe, id, { trial_end: toSeconds(paidUntil), metadata, ...unprorated }, key);
    }
    const params: Update = { trial_end: "now", metadata: notHeld, payment_behavior: "error_if_incomplete" };
    return update(stripe, id, { ...params, ...unprorated }, key);
  });
}

/** Ends a subscription now; one that is gone or over has ended. */
export async function endStripe(id: string, key: string): Promise<Result<void, BillingError>> {
  const ended = await change(id, async (stripe, current) => {
    if (current.status === "canceled") return current;
    await voidOwed(stripe, current, key);
    return read(await stripe.subscriptions.cancel(id, { invoice_now: false, prorate: false, expand }, { idempotencyKey: key }));
  });
  return ended.ok || ended.error.kind === "not-found" ? ok(undefined) : err(ended.error);
}

type ItemPrice = StripeSubscription["items"]["data"][number]["price"];

const isPriced = ({ id, unit_amount: amount, recurring }: ItemPrice, { providerPriceId, amountMinor, plan }: Price): boolean =>
  providerPriceId === null
    ? amount === amountMinor && recurring?.interval === (plan === "yearly" ? "year" : "month")
    : id === providerPriceId;

const expand = ["latest_invoice"];
const read = (answer: unknown): StripeSubscription => StripeSubscription.parse(answer);

/** Changes a subscription as it stands at Stripe now. One that is so already is left alone: a key wants the very same request. */
function change(id: string, work: (stripe: StripeClient, current: StripeSubscription) => Promise<StripeSubscription>): Answer {
  return askStripe(async (stripe) => work(stripe, read(await stripe.subscriptions.retrieve(id, { expand }))));
}

async function update(stripe: StripeClient, id: string, params: Update, key: string): Promise<StripeSubscription> {
  return read(await stripe.subscriptions.update(id, { ...params, expand }, { idempotencyKey: key }));
}

async function voidOwed(stripe: StripeClient, { latest_invoice: invoice }: StripeSubscription, key: string): Promise<void> {
  if (invoice?.status === "open") await stripe.invoices.voidInvoice(invoice.id, {}, { idempotencyKey: `${key}-void` });
}
