import { addMs, secondMs } from "@/lib/core/clock";
import { db, inTransaction } from "@/lib/platform/db";
import { enqueue } from "@/lib/platform/queue";
import { holdCustomer } from "./sandbox-customer-store";
import { listSandboxEvents } from "./sandbox-event-store";
import { fromRow } from "./sandbox-row";
import type { SandboxClockView, SandboxSubscription } from "./sandbox-types";

/** What an account's clock is about to come to. */
export type ClockFacts = {
  now: Date;
  aheadSec: number;
  trialEndsAt: Date | null;
  giftUntil: Date | null;
  subscription: SandboxSubscription | null;
  customerId: string | null;
};

/** Ten years: further on nothing new happens. */
const aheadSecMax = 10 * 366 * 24 * 60 * 60;
/** Notices speak of the books, which the events have to reach first. */
const noticesAfterSec = 3;

/** What the clock of an account stands at and what it is about to come to; null for no account. @param now the real instant */
export async function readClockFacts(userId: string, now: Date, conn = db): Promise<ClockFacts | null> {
  const user = await conn.user.findUnique({
    where: { id: userId },
    select: { clockAheadSec: true, trialEndsAt: true, membership: { select: { giftUntil: true } } },
  });
  if (!user) return null;
  const customer = await conn.sandboxCustomer.findUnique({
    where: { clientReference: userId },
    select: { id: true, subscriptions: { orderBy: [{ createdAt: "desc" }, { id: "desc" }], take: 1 } },
  });
  const [latest] = customer?.subscriptions ?? [];
  return {
    now: addMs(now, user.clockAheadSec * secondMs),
    aheadSec: user.clockAheadSec,
    trialEndsAt: user.trialEndsAt,
    giftUntil: user.membership?.giftUntil ?? null,
    subscription: latest ? fromRow(latest) : null,
    customerId: customer?.id ?? null,
  };
}

/**
 * Moves an account's clock ahead. Everything that falls due on the way happens in order, each at its own instant, and
 * its events and the account's notices are asked for, all in one transaction.
 *
 * @param now the real instant
 */
export function moveSandboxClock(userId: string, bySec: number, now: Date): Promise<void> {
  return inTransaction(async (tx) => {
    // The account's row before the customer's: settling a membership takes them in no other order.
    await tx.user.updateMany({
      where: { id: userId, clockAheadSec: { lte: aheadSecMax - bySec } },
      data: { clockAheadSec: { increment: bySec } },
    });
    const customer = await tx.sandboxCustomer.findUnique({ where: { clientReference: userId }, select: { id: true } });
    if (customer) await holdCustomer(customer.id, now, tx);
    await enqueue({ name: "billing.notices", data: { userId }, key: userId, delaySec: customer ? noticesAfterSec : 0 }, tx);
  });
}

/** The newest events of an account, newest first, for the clock page. */
export async function listClockEvents(customerId: string | null): Promise<SandboxClockView["events"]> {
  if (!customerId) return [];
  const events = await listSandboxEvents(customerId);
  return events.map(({ eventId, type, createdAt, tries, deliveredAt }) => ({
    id: eventId,
    type,
    at: createdAt,
    tries,
    isDelivered: deliveredAt !== null,
  }));
}

/** Customers on whose clocks something has fallen due by itself. @param now the real instant */
export async function listDueCustomers(now: Date, take = 500, conn = db): Promise<string[]> {
  const rows = await conn.$queryRaw<{ customerId: string }[]>`
    SELECT s.customer_id AS "customerId" FROM sandbox_subscription s
    JOIN sandbox_customer c ON c.id = s.customer_id LEFT JOIN "user" u ON u.id = c.client_reference
    WHERE s.next_due_at <= ${now}::timestamptz + COALESCE(u.clock_ahead_sec, 0) * interval '1 second'
    ORDER BY s.next_due_at, s.id LIMIT ${take}`;
  return rows.map((row) => row.customerId);
}
