import { addMs, dayMs } from "@/lib/core/clock";
import { err, ok, type Result } from "@/lib/core/result";
import { type Conn, db, inTransaction, type Tx } from "@/lib/platform/db";
import type { JudgedCard } from "./sandbox-cards";
import { accountNow, holdCustomer, newId } from "./sandbox-customer-store";
import { appendSandboxEvents } from "./sandbox-event-store";
import { periodEndAfter } from "./sandbox-period";
import { toRow } from "./sandbox-row";
import type { SandboxCheckoutView, SandboxFault, SandboxSubscription } from "./sandbox-types";
import { type BillingError, type CheckoutRequest, Plan } from "./types";

/** A checkout with whom it is for and what came of it. */
export type SandboxSession = SandboxCheckoutView & {
  attemptId: string;
  clientReference: string;
  customerId: string | null;
  subscriptionId: string | null;
};

/**
 * Opens a checkout page, one for each try of ours: asked again it gives the same, asked differently it refuses.
 *
 * @param now the real instant
 */
export async function openSandboxSession(request: CheckoutRequest, now: Date, conn = db): Promise<Result<SandboxSession, BillingError>> {
  const { attemptId, kind, userId, price, months, successUrl, cancelUrl } = request;
  const ownNow = await accountNow(userId, now, conn);
  const asked = {
    attemptId,
    kind,
    clientReference: userId,
    plan: price.plan,
    currency: price.currency,
    amountMinor: price.amountMinor,
    months,
  };
  const times = { createdAt: ownNow, expiresAt: addMs(ownNow, dayMs) };
  await conn.sandboxSession.createMany({
    data: [{ id: newId("cs"), ...asked, successUrl, cancelUrl, ...times }],
    skipDuplicates: true,
  });
  // A page that has closed meanwhile opens again: the clock may have been moved between two presses of one button.
  await conn.sandboxSession.updateMany({
    where: { attemptId, state: { not: "paid" }, expiresAt: { lte: ownNow } },
    data: { ...times, state: "open" },
  });
  const found = await findSandboxSession({ attemptId }, now, conn);
  if (!found) return err({ kind: "unavailable", detail: "The checkout was not kept." });
  const isSame =
    found.kind === kind && found.clientReference === userId && found.plan === price.plan && found.amountMinor === price.amountMinor;
  return isSame ? ok(found) : err({ kind: "refused", detail: "The try was for something else." });
}

/** A checkout as of now; null for none. @param now the real instant */
export async function findSandboxSession(
  where: { id: string } | { attemptId: string },
  now: Date,
  conn: Conn = db,
): Promise<SandboxSession | null> {
  const row = await conn.sandboxSession.findUnique({ where });
  if (!row) return null;
  const { createdAt: _created, expiresAt, plan, kind, state, ...rest } = row;
  const isOver = state !== "paid" && expiresAt <= (await accountNow(row.clientReference, now, conn));
  const known = state === "paid" || state === "confirming" ? state : "open";
  return { ...rest, kind: kind === "gift" ? "gift" : "membership", plan: Plan.parse(plan), state: isOver ? "expired" : known };
}

/**
 * Pays a checkout with a card that was judged, or keeps it waiting for its owner to confirm. Paying twice pays once.
 *
 * @param now the real instant
 * @returns whether it still has to be confirmed
 */
export function paySandboxSession(id: string, card: JudgedCard, now: Date): Promise<Result<SandboxSession, SandboxFault>> {
  return inTransaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM sandbox_session WHERE id = ${id} FOR UPDATE`;
    const session = await findSandboxSession({ id }, now, tx);
    if (!session || session.state === "expired") return err("gone");
    if (session.state === "paid") return ok(session);
    const customerId = await keepCustomer(session, card, now, tx);
    const held = await holdCustomer(customerId, now, tx);
    if (session.kind === "membership" && held?.subscription && held.subscription.status !== "ended") return err("already-a-member");
    if (card.needsConfirmation) {
      await tx.sandboxSession.update({ where: { id }, data: { state: "confirming", customerId } });
      return ok({ ...session, state: "confirming" as const, customerId });
    }
    const subscriptionId = await settle({ ...session, customerId }, now, tx);
    await tx.sandboxSession.update({ where: { id }, data: { state: "paid", customerId, subscriptionId } });
    return ok({ ...session, state: "paid" as const, customerId, subscriptionId });
  });
}

/** Opens a checkout again that its owner did not confirm. */
export async function reopenSandboxSession(id: string, conn = db): Promise<void> {
  await conn.sandboxSession.updateMany({ where: { id, state: "confirming" }, data: { state: "open" } });
}

async function keepCustomer(session: SandboxSession, card: JudgedCard, now: Date, tx: Tx): Promise<string> {
  const { clientReference } = session;
  const createdAt = await accountNow(clientReference, now, tx);
  await tx.sandboxCustomer.createMany({ data: [{ id: newId("cus"), clientReference, createdAt }], skipDuplicates: true });
  // A card that still has to be confirmed is kept with the payment only.
  const data = card.needsConfirmation ? {} : { cardBehaviour: card.card, cardLast4: card.last4 };
  const { id } = await tx.sandboxCustomer.update({ where: { clientReference }, data, select: { id: true } });
  return id;
}

/** Takes the money, which is none, and tells of it. @returns the subscription's id, null for a present */
async function settle(session: SandboxSession & { customerId: string }, now: Date, tx: Tx): Promise<string | null> {
  const at = await accountNow(session.clientReference, now, tx);
  const { customerId, currency, amountMinor } = session;
  const subscription = session.kind === "membership" ? newSubscription(session, at) : null;
  if (subscription) await tx.sandboxSubscription.create({ data: { ...toRow(subscription), createdAt: at } });
  const subscriptionId = subscription?.id ?? null;
  const period = { periodStart: subscription?.periodStart ?? null, periodEnd: subscription?.periodEnd ?? null };
  await tx.sandboxInvoice.create({
    data: { id: newId("in"), customerId, subscriptionId, status: "paid", amountMinor, currency, ...period, issuedAt: at, paidAt: at },
  });
  const refs = { customerId, subscriptionId, sessionId: session.id, at };
  const completed = { ...refs, type: "checkout.session.completed" } as const;
  const paid = { ...refs, sessionId: null, type: "invoice.paid" } as const;
  const created = { ...refs, sessionId: null, type: "customer.subscription.created" } as const;
  await appendSandboxEvents(subscription ? [created, paid, completed] : [paid, completed], now, tx);
  return subscriptionId;
}

function newSubscription(session: SandboxSession & { customerId: string }, at: Date): SandboxSubscription {
  const { customerId, plan, currency, amountMinor } = session;
  const anchorDay = at.getUTCDate();
  return {
    id: newId("sub"),
    customerId,
    status: "active",
    plan,
    currency,
    amountMinor,
    paidPlan: plan,
    anchorDay,
    periodStart: at,
    periodEnd: periodEndAfter(at, plan, anchorDay),
    isEnding: false,
    pastDueSince: null,
    failures: 0,
    resumesAt: null,
    endedAt: null,
  };
}
