import { randomBytes } from "node:crypto";
import { addMs, secondMs } from "@/lib/core/clock";
import { type Conn, db, inTransaction, type Tx } from "@/lib/platform/db";
import { appendSandboxEvents } from "./sandbox-event-store";
import { runDue } from "./sandbox-renewal";
import { cardFrom, fromRow, toRow } from "./sandbox-row";
import type { SandboxCard, SandboxEffect, SandboxEventType, SandboxOutcome, SandboxSubscription } from "./sandbox-types";

/** One customer, locked until the transaction ends, with everything due by now already done. */
export type HeldCustomer = {
  id: string;
  clientReference: string;
  card: SandboxCard | null;
  cardLast4: string | null;
  /** On the customer's own clock. */
  now: Date;
  /** The latest one; null for someone who never had any. */
  subscription: SandboxSubscription | null;
};

/** An id of the sandbox: unguessable, because its pages are known by nothing else. */
export const newId = (kind: string): string => `${kind}_sandbox_${randomBytes(15).toString("hex")}`;

/** Now on the clock of an account; the real one when the account is gone. */
export async function accountNow(clientReference: string, now: Date, conn: Conn = db): Promise<Date> {
  const user = await conn.user.findUnique({ where: { id: clientReference }, select: { clockAheadSec: true } });
  return addMs(now, (user?.clockAheadSec ?? 0) * secondMs);
}

/**
 * Locks a customer, lets everything due on their clock happen, and does `work` in the same transaction.
 *
 * @param now the real instant
 * @returns null for a customer nobody knows
 */
export function withCustomer<T>(customerId: string, now: Date, work: (customer: HeldCustomer, tx: Tx) => Promise<T>): Promise<T | null> {
  return inTransaction(async (tx) => {
    const held = await holdCustomer(customerId, now, tx);
    return held && work(held, tx);
  });
}

/** As {@link withCustomer}, in a transaction that runs already. */
export async function holdCustomer(customerId: string, now: Date, tx: Tx): Promise<HeldCustomer | null> {
  await tx.$queryRaw`SELECT 1 FROM sandbox_customer WHERE id = ${customerId} FOR UPDATE`;
  const row = await tx.sandboxCustomer.findUnique({
    where: { id: customerId },
    include: { subscriptions: { orderBy: [{ createdAt: "desc" }, { id: "desc" }], take: 1 } },
  });
  if (!row) return null;
  const customer = { id: row.id, clientReference: row.clientReference, card: cardFrom(row.cardBehaviour), cardLast4: row.cardLast4 };
  const ownNow = await accountNow(row.clientReference, now, tx);
  const [latest] = row.subscriptions;
  if (!latest) return { ...customer, now: ownNow, subscription: null };
  const outcome = runDue(fromRow(latest), customer.card, ownNow);
  await saveOutcome(outcome, now, tx);
  return { ...customer, now: ownNow, subscription: outcome.subscription };
}

/** Writes a changed subscription with its invoices and events. Without effects there is nothing to write. */
export async function saveOutcome({ subscription, effects }: SandboxOutcome, now: Date, tx: Tx): Promise<void> {
  if (effects.length === 0) return;
  const { id, customerId: _customer, ...data } = toRow(subscription);
  await tx.sandboxSubscription.update({ where: { id }, data });
  for (const effect of effects) await keepInvoice(subscription, effect, tx);
  const refs = { customerId: subscription.customerId, subscriptionId: subscription.id, sessionId: null };
  await appendSandboxEvents(
    effects.map((effect) => ({ ...refs, type: eventOf[effect.kind], at: effect.at })),
    now,
    tx,
  );
}

const eventOf: Record<SandboxEffect["kind"], SandboxEventType> = {
  "invoice-paid": "invoice.paid",
  "payment-failed": "invoice.payment_failed",
  "invoice-voided": "invoice.voided",
  "subscription-changed": "customer.subscription.updated",
  "subscription-ended": "customer.subscription.deleted",
};

/** At most one invoice of a subscription is open: the one for the period that could not be charged. */
async function keepInvoice(subscription: SandboxSubscription, effect: SandboxEffect, tx: Tx): Promise<void> {
  const open = { subscriptionId: subscription.id, status: "open" };
  if (effect.kind === "invoice-voided") await tx.sandboxInvoice.updateMany({ where: open, data: { status: "void" } });
  if (effect.kind !== "invoice-paid" && effect.kind !== "payment-failed") return;
  const isPaid = effect.kind === "invoice-paid";
  const { at, amountMinor, periodStart, periodEnd } = effect;
  const settled = await tx.sandboxInvoice.updateMany({ where: open, data: isPaid ? { status: "paid", paidAt: at } : {} });
  if (settled.count > 0) return;
  const { customerId, currency, id: subscriptionId } = subscription;
  const outcome = isPaid ? { status: "paid", paidAt: at } : { status: "open", paidAt: null };
  await tx.sandboxInvoice.create({
    data: { id: newId("in"), customerId, subscriptionId, amountMinor, currency, periodStart, periodEnd, issuedAt: at, ...outcome },
  });
}
