import { type FormTree, textAt, treeAt } from "./stripe-form";
import {
  type StripeCharge,
  type StripeEvent,
  StripeFault,
  type StripeInvoice,
  type StripePrice,
  type StripeSession,
  type StripeSubscription,
} from "./stripe-types";

const daySec = 24 * 60 * 60;
const retryDays = [1, 3, 5];
const givenUpDays = 7;

type Bill = {
  customer: string;
  period: { start: number; end: number };
  total: number;
  currency: string;
  subscription: string | null;
  isPaid: boolean;
};

type OpenSession = StripeSession & { price: StripePrice; subscriptionMetadata: Record<string, string> };

/** What a Stripe account holds, with a clock that stands until it is moved. */
export class StripeBooks {
  readonly sessions = new Map<string, OpenSession>();
  readonly subscriptions = new Map<string, StripeSubscription>();
  readonly invoices: StripeInvoice[] = [];
  readonly charges: StripeCharge[] = [];
  readonly events: StripeEvent[] = [];
  readonly prices = new Map<string, StripePrice>();
  /** Where the portal of a customer leads back to. */
  readonly portals = new Map<string, string>();
  /** Customers whose card fails. */
  readonly failing = new Set<string>();
  private readonly tries = new Map<string, { since: number; failures: number }>();
  private readonly origin: () => string;
  private clockSec: number;
  private count = 0;

  constructor(startSec: number, origin: () => string) {
    this.clockSec = startSec;
    this.origin = origin;
  }

  nowSec(): number {
    return this.clockSec;
  }

  private newId(kind: string): string {
    this.count += 1;
    return `${kind}_${String(this.count).padStart(6, "0")}`;
  }

  private tell(type: string, object: object, created = this.clockSec): void {
    this.events.push({
      id: this.newId("evt"),
      object: "event",
      type,
      created,
      livemode: false,
      api_version: "2026-10-28.endive",
      data: { object: structuredClone(object) },
    });
  }

  get<T>(map: Map<string, T>, id: string): T {
    const found = map.get(id);
    if (!found) throw new StripeFault(404, "invalid_request_error", "resource_missing");
    return found;
  }

  private readPrice(line: FormTree): StripePrice {
    const named = textAt(line, "price");
    if (named) return this.get(this.prices, named);
    const data = treeAt(line, "price_data");
    const interval = textAt(data, "recurring", "interval");
    const price: StripePrice = {
      id: this.newId("price"),
      object: "price",
      currency: textAt(data, "currency") ?? "usd",
      unit_amount: Number(textAt(data, "unit_amount")),
      product: textAt(data, "product") ?? this.newId("prod"),
      recurring: interval === "month" || interval === "year" ? { interval, interval_count: 1 } : null,
    };
    this.prices.set(price.id, price);
    return price;
  }

  private bill(what: Bill): StripeInvoice {
    const { customer, period, total, currency, subscription } = what;
    const id = this.newId("in");
    const outcome = what.isPaid
      ? ({ status: "paid", amount_remaining: 0, status_transitions: { paid_at: this.clockSec } } as const)
      : ({ status: "open", amount_remaining: total, status_transitions: { paid_at: null } } as const);
    const invoice: StripeInvoice = {
      id,
      object: "invoice",
      number: `TEST-${id.slice(3)}`,
      customer,
      ...outcome,
      total,
      currency,
      created: this.clockSec,
      attempted: true,
      livemode: false,
      hosted_invoice_url: `${this.origin()}/invoice/${id}`,
      parent: subscription ? { subscription_details: { subscription } } : null,
      lines: { object: "list", data: [{ period }] },
    };
    this.invoices.unshift(invoice);
    if (what.isPaid && total > 0) {
      const payment = { customer, payment_intent: this.newId("pi"), refunded: false, invoice: id };
      this.charges.unshift({ id: this.newId("ch"), object: "charge", ...payment });
    }
    this.tell(what.isPaid ? "invoice.paid" : "invoice.payment_failed", invoice);
    return invoice;
  }

  /** Begins a period and charges for it. */
  private beginPeriod(subscription: StripeSubscription, start: number, total = subscription.items.data[0].price.unit_amount): void {
    const [item] = subscription.items.data;
    const isPaid = !this.failing.has(subscription.customer);
    item.current_period_start = start;
    item.current_period_end = addPeriod(start, item.price);
    const period = { start, end: item.current_period_end };
    const { id, customer } = subscription;
    subscription.latest_invoice = this.bill({ customer, period, total, currency: item.price.currency, subscription: id, isPaid }).id;
    subscription.status = isPaid ? "active" : "past_due";
    if (!isPaid) this.tries.set(subscription.id, { since: start, failures: 1 });
  }

  private end(subscription: StripeSubscription): void {
    subscription.status = "canceled";
    subscription.ended_at = this.clockSec;
    this.tries.delete(subscription.id);
    this.tell("customer.subscription.deleted", subscription);
  }

  private dueAt(subscription: StripeSubscription): number {
    const owing = this.tries.get(subscription.id);
    if (subscription.status === "canceled") return Number.POSITIVE_INFINITY;
    return owing ? owing.since + (retryDays[owing.failures - 1] ?? givenUpDays) * daySec : subscription.items.data[0].current_period_end;
  }

  private happen(subscription: StripeSubscription): void {
    const owing = this.tries.get(subscription.id);
    if (owing) this.tryAgain(subscription, owing);
    else if (subscription.cancel_at_period_end) this.end(subscription);
    else {
      this.beginPeriod(subscription, this.clockSec);
      this.tell("customer.subscription.updated", subscription);
    }
  }

  private tryAgain(subscription: StripeSubscription, owing: { failures: number }): void {
    const invoice = this.invoices.find(({ id }) => id === subscription.latest_invoice);
    if (!invoice || owing.failures > retryDays.length) this.end(subscription);
    else if (this.failing.has(subscription.customer)) {
      owing.failures += 1;
      this.tell("invoice.payment_failed", invoice);
    } else {
      Object.assign(invoice, { status: "paid", amount_remaining: 0, status_transitions: { paid_at: this.clockSec } });
      this.tries.delete(subscription.id);
      subscription.status = "active";
      this.tell("invoice.paid", invoice);
      this.tell("customer.subscription.updated", subscription);
    }
  }

  /** Moves the clock; what falls due happens in order and at its own instant. */
  advance(toSec: number): void {
    for (;;) {
      const next = [...this.subscriptions.values()].toSorted((a, b) => this.dueAt(a) - this.dueAt(b))[0];
      if (!next || this.dueAt(next) > toSec) break;
      this.clockSec = this.dueAt(next);
      this.happen(next);
    }
    this.clockSec = toSec;
  }

  openSession(form: FormTree): StripeSession {
    const line = treeAt(form, "line_items", "0");
    const price = this.readPrice(line);
    const id = this.newId("cs_test");
    const mode = textAt(form, "mode") === "payment" ? "payment" : "subscription";
    if ((mode === "subscription") !== (price.recurring !== null)) throw new StripeFault(400, "invalid_request_error", "parameter_invalid");
    const session = {
      id,
      object: "checkout.session" as const,
      url: `${this.origin()}/pay/${id}`,
      mode,
      status: "open" as const,
      payment_status: "unpaid" as const,
      client_reference_id: textAt(form, "client_reference_id") ?? null,
      customer: textAt(form, "customer") ?? null,
      subscription: null,
      metadata: readMetadata({}, treeAt(form, "metadata")),
      livemode: false,
      success_url: textAt(form, "success_url") ?? "",
      cancel_url: textAt(form, "cancel_url") ?? "",
      price,
      subscriptionMetadata: readMetadata({}, treeAt(form, "subscription_data", "metadata")),
    } satisfies OpenSession;
    this.sessions.set(id, session);
    return session;
  }

  /** What the hosted page does when its form is sent. @returns where it leads on to */
  pay(sessionId: string): string {
    const session = this.get(this.sessions, sessionId);
    if (session.status === "open") this.complete(session);
    return session.success_url.replaceAll("{CHECKOUT_SESSION_ID}", session.id);
  }

  private complete(session: OpenSession): void {
    const { price } = session;
    const customer = session.customer ?? this.newId("cus");
    Object.assign(session, { customer, status: "complete", payment_status: "paid", url: null });
    const now = { start: this.clockSec, end: this.clockSec };
    if (session.mode === "subscription") session.subscription = this.subscribe(session, customer).id;
    else this.bill({ customer, period: now, total: price.unit_amount, currency: price.currency, subscription: null, isPaid: true });
    this.tell("checkout.session.completed", session);
  }

  private subscribe({ price, subscriptionMetadata }: OpenSession, customer: string): StripeSubscription {
    const item = { id: this.newId("si"), current_period_start: this.clockSec, current_period_end: this.clockSec, price };
    const subscription: StripeSubscription = {
      id: this.newId("sub"),
      object: "subscription",
      customer,
      status: "active",
      cancel_at_period_end: false,
      cancel_at: null,
      trial_end: null,
      ended_at: null,
      created: this.clockSec,
      livemode: false,
      metadata: subscriptionMetadata,
      items: { object: "list", data: [item] },
      latest_invoice: null,
    };
    this.subscriptions.set(subscription.id, subscription);
    this.beginPeriod(subscription, this.clockSec);
    this.tell("customer.subscription.created", subscription);
    return subscription;
  }

  update(id: string, form: FormTree): StripeSubscription {
    const subscription = this.get(this.subscriptions, id);
    if (subscription.status === "canceled") throw new StripeFault(400, "invalid_request_error", "resource_already_canceled");
    const [item] = subscription.items.data;
    const trialEnd = textAt(form, "trial_end");
    const isAtOnce = textAt(form, "proration_behavior") === "always_invoice" || trialEnd === "now";
    if (isAtOnce && this.failing.has(subscription.customer)) throw new StripeFault(402, "card_error", "card_declined");
    const unused = trialEnd === "now" ? 0 : this.unused(subscription);
    if (textAt(form, "items", "0", "id") !== undefined) item.price = this.readPrice(treeAt(form, "items", "0"));
    applyPlain(subscription, form);
    if (trialEnd === "now") subscription.trial_end = this.clockSec;
    else if (trialEnd !== undefined) this.holdUntil(subscription, Number(trialEnd));
    if (isAtOnce) this.beginPeriod(subscription, this.clockSec, item.price.unit_amount - unused);
    this.tell("customer.subscription.updated", subscription);
    return subscription;
  }

  /** Worth of what is left of the running period. */
  private unused({ items }: StripeSubscription): number {
    const [{ price, current_period_start: start, current_period_end: end }] = items.data;
    return Math.round((price.unit_amount * (end - this.clockSec)) / (end - start));
  }

  /** A trial begins now and ends then, over an invoice of nothing. */
  private holdUntil(subscription: StripeSubscription, until: number): void {
    if (until <= this.clockSec) throw new StripeFault(400, "invalid_request_error", "parameter_invalid_integer");
    const [item] = subscription.items.data;
    Object.assign(subscription, { status: "trialing", trial_end: until });
    Object.assign(item, { current_period_start: this.clockSec, current_period_end: until });
    const { id, customer } = subscription;
    const period = { start: this.clockSec, end: until };
    subscription.latest_invoice = this.bill({
      customer,
      period,
      total: 0,
      currency: item.price.currency,
      subscription: id,
      isPaid: true,
    }).id;
  }

  cancel(id: string): StripeSubscription {
    const subscription = this.get(this.subscriptions, id);
    if (subscription.status === "canceled") throw new StripeFault(404, "invalid_request_error", "resource_missing");
    this.end(subscription);
    return subscription;
  }

  voidInvoice(id: string): StripeInvoice {
    const invoice = this.invoices.find((each) => each.id === id);
    if (invoice?.status !== "open") throw new StripeFault(400, "invalid_request_error", "invoice_not_open");
    invoice.status = "void";
    this.tell("invoice.voided", invoice);
    return invoice;
  }

  /** Pays a payment back, once. */
  refundIntent(intent: string): object {
    const charge = this.charges.find((each) => each.payment_intent === intent);
    if (!charge) throw new StripeFault(404, "invalid_request_error", "resource_missing");
    if (charge.refunded) throw new StripeFault(400, "invalid_request_error", "charge_already_refunded");
    this.refund(charge.invoice);
    return { id: this.newId("re"), object: "refund", status: "succeeded", payment_intent: intent };
  }

  refund(invoiceId: string): void {
    const charge = this.charges.find(({ invoice }) => invoice === invoiceId);
    if (charge) charge.refunded = true;
    this.tell("charge.refunded", charge ?? {});
  }
}

/** The settings that only stand there. */
function applyPlain(subscription: StripeSubscription, form: FormTree): void {
  subscription.metadata = readMetadata(subscription.metadata, treeAt(form, "metadata"));
  const isEnding = textAt(form, "cancel_at_period_end");
  if (isEnding !== undefined) subscription.cancel_at_period_end = isEnding === "true";
  if (textAt(form, "cancel_at") === "") subscription.cancel_at = null;
}

function readMetadata(before: Record<string, string>, form: FormTree): Record<string, string> {
  const after = { ...before };
  for (const [key, value] of Object.entries(form)) {
    if (value === "") delete after[key];
    else if (typeof value === "string") after[key] = value;
  }
  return after;
}

function addPeriod(startSec: number, { recurring }: StripePrice): number {
  const start = new Date(startSec * 1_000);
  const months = start.getUTCMonth() + (recurring?.interval === "year" ? 12 : 1);
  const lastDay = new Date(Date.UTC(start.getUTCFullYear(), months + 1, 0)).getUTCDate();
  const end = new Date(start);
  end.setUTCMonth(months, Math.min(start.getUTCDate(), lastDay));
  return end.getTime() / 1_000;
}
