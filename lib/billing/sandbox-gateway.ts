import { err, ok, type Result } from "@/lib/core/result";
import { cancelAtPeriodEnd, changePlan, endNow, pauseUntil, resumeNow, type SandboxChange, undoCancel } from "./sandbox-changes";
import { listSandboxCustomersSince } from "./sandbox-event-store";
import { readSandboxEvent } from "./sandbox-hook-gateway";
import { openSandboxPortal } from "./sandbox-portal-store";
import { refundSandboxInvoice } from "./sandbox-refund-store";
import { findSandboxSession, openSandboxSession } from "./sandbox-session-store";
import {
  changeSandboxSubscription,
  listSandboxInvoices,
  type OwnedSubscription,
  readSandboxCustomer,
  readSandboxSubscription,
} from "./sandbox-subscription-store";
import type { SandboxInvoiceView } from "./sandbox-types";
import type { BillingError, BillingProvider, CheckoutOutcome, ProviderInvoice, ProviderSubscription } from "./types";

/**
 * The payment provider of installs without Stripe's keys: it keeps its own books and moves no money.
 *
 * @param now the real instant; each customer's own clock is added to it
 */
export function sandboxProvider(now: () => Date = () => new Date()): BillingProvider {
  const change = async (id: string, key: string, asked: string, todo: SandboxChange) =>
    told(await changeSandboxSubscription(id, { key, asked, change: todo }, now()));
  return {
    name: "sandbox",
    startCheckout: async (request) => {
      const opened = await openSandboxSession(request, now());
      if (!opened.ok) return opened;
      const { id } = opened.value;
      return ok({ sessionId: id, url: new URL(`/sandbox/checkout/${id}`, request.successUrl).href });
    },
    readCheckout: (sessionId) => readCheckout(sessionId, now()),
    openPortal: async (customerId, returnUrl) => {
      const id = await openSandboxPortal(customerId, returnUrl, now());
      return id ? ok({ url: new URL(`/sandbox/portal/${id}`, returnUrl).href }) : err({ kind: "not-found" });
    },
    readSubscription: async (id) => told(await readSandboxSubscription(id, now())),
    readCustomer: async (id) => told(await readSandboxCustomer(id, now())),
    listInvoices: async (customerId) => ok((await listSandboxInvoices(customerId)).map((invoice) => toInvoice(invoice, customerId))),
    cancelAtPeriodEnd: (id, key) => change(id, key, "cancel", cancelAtPeriodEnd),
    undoCancel: (id, key) => change(id, key, "undo cancel", undoCancel),
    changePlan: (id, price, key) => change(id, key, `change to ${price.plan} ${price.currency} ${price.amountMinor}`, changePlan(price)),
    pause: (id, resumesAt, key) => change(id, key, `pause until ${resumesAt.toISOString()}`, pauseUntil(resumesAt)),
    resume: (id, key) => change(id, key, "resume", resumeNow),
    refund: (invoiceId) => refundSandboxInvoice(invoiceId, now()),
    end: async (id, key) => {
      const ended = await change(id, key, "end", endNow);
      return ended.ok || ended.error.kind === "not-found" ? ok(undefined) : ended;
    },
    readEvent: readSandboxEvent,
    listChangedCustomers: async (since) => ok(await listSandboxCustomersSince(since)),
  };
}

async function readCheckout(sessionId: string, now: Date): Promise<Result<CheckoutOutcome, BillingError>> {
  const session = await findSandboxSession({ id: sessionId }, now);
  if (!session) return err({ kind: "not-found" });
  const { attemptId, clientReference, kind, state, customerId, subscriptionId } = session;
  return ok({ sessionId, attemptId, userId: clientReference, kind, isPaid: state === "paid", customerId, subscriptionId });
}

function told(read: Result<OwnedSubscription, BillingError>): Result<ProviderSubscription, BillingError> {
  if (!read.ok) return read;
  const { id, customerId, clientReference, status, plan, currency, amountMinor, periodStart, periodEnd, readAt } = read.value;
  const { isEnding, pastDueSince, resumesAt } = read.value;
  return ok({
    subscriptionId: id,
    customerId,
    userId: clientReference,
    status: status === "active" && resumesAt ? "paused" : status,
    priceId: null,
    plan,
    currency,
    amountMinor,
    periodStart,
    periodEnd,
    willCancelAtPeriodEnd: status === "active" && isEnding,
    pastDueSince,
    resumesAt,
    isLive: false,
    readAt,
  });
}

function toInvoice(invoice: SandboxInvoiceView, customerId: string): ProviderInvoice {
  const { id, status, ...rest } = invoice;
  // The sandbox opens an invoice only by failing to charge it.
  return { ...rest, status: status === "open" ? "failed" : status, providerInvoiceId: id, customerId, hostedUrl: `/sandbox/invoice/${id}` };
}
