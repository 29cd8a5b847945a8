import { randomBytes } from "node:crypto";
import { addMs, hourMs, minuteMs, secondMs } from "@/lib/core/clock";
import { db, type Tx } from "@/lib/platform/db";
import { enqueue } from "@/lib/platform/queue";
import type { SandboxEventBody, SandboxEventType } from "./sandbox-types";

type NewEvent = { type: SandboxEventType; customerId: string | null; subscriptionId: string | null; sessionId: string | null; at: Date };

/** An event on its way. */
export type OutgoingEvent = { eventId: string; body: string; tries: number };

const waitsMs = [2 * secondMs, 10 * secondMs, minuteMs, 10 * minuteMs, hourMs, 6 * hourMs];
const triesMax = 20;
/** Long enough for one try; another worker may then take it over. */
const heldMs = minuteMs;

/** Keeps events in the order given and asks for them to be sent, in the transaction of what they tell. */
export async function appendSandboxEvents(events: readonly NewEvent[], now: Date, tx: Tx): Promise<void> {
  if (events.length === 0) return;
  await tx.sandboxEvent.createMany({
    data: events.map(({ type, customerId, subscriptionId, sessionId, at }) => {
      const id = `evt_sandbox_${randomBytes(12).toString("hex")}`;
      const body: SandboxEventBody = {
        id,
        type,
        created: Math.floor(at.getTime() / 1_000),
        livemode: false,
        data: { customer: customerId, subscription: subscriptionId, session: sessionId },
      };
      return { eventId: id, type, customerId, body: JSON.stringify(body), createdAt: at, nextTryAt: now };
    }),
  });
  // A job of its own for each transaction: a shared one could run before this transaction is there to be seen.
  await enqueue({ name: "sandbox.deliver", data: {} }, tx);
}

/** Takes the events that are due, oldest first, and holds them for a minute. */
export async function claimSandboxEvents(now: Date, take = 50, conn = db): Promise<OutgoingEvent[]> {
  return conn.$queryRaw<OutgoingEvent[]>`
    WITH due AS (
      SELECT position FROM sandbox_event WHERE delivered_at IS NULL AND tries < ${triesMax} AND next_try_at <= ${now}
      ORDER BY position LIMIT ${take} FOR UPDATE SKIP LOCKED
    ), held AS (
      UPDATE sandbox_event e SET next_try_at = ${addMs(now, heldMs)}, tries = e.tries + 1 FROM due WHERE e.position = due.position
      RETURNING e.position, e.event_id AS "eventId", e.body, e.tries
    )
    SELECT "eventId", body, tries FROM held ORDER BY position`;
}

/** Notes how a try ended; one that was not taken comes again, later each time. */
export async function noteDelivery(event: OutgoingEvent, status: number | null, now: Date, conn = db): Promise<void> {
  const isTaken = status !== null && status >= 200 && status < 300;
  const waitMs = waitsMs[Math.min(event.tries, waitsMs.length) - 1] ?? hourMs;
  // Whose event it was may have been erased while it was on its way.
  await conn.sandboxEvent.updateMany({
    where: { eventId: event.eventId },
    data: { lastStatus: status, ...(isTaken ? { deliveredAt: now } : { nextTryAt: addMs(now, waitMs) }) },
  });
}

/** When the next try is due; null when everything has been taken. */
export async function nextDeliveryAt(conn = db): Promise<Date | null> {
  const next = await conn.sandboxEvent.findFirst({
    where: { deliveredAt: null, tries: { lt: triesMax } },
    orderBy: { nextTryAt: "asc" },
    select: { nextTryAt: true },
  });
  return next?.nextTryAt ?? null;
}

/** Customers with events since then. @param since on their own clocks, which are never behind */
export async function listSandboxCustomersSince(since: Date, conn = db): Promise<string[]> {
  const rows = await conn.sandboxEvent.findMany({
    where: { createdAt: { gte: since }, customerId: { not: null } },
    distinct: ["customerId"],
    orderBy: { customerId: "asc" },
    select: { customerId: true },
    take: 10_000,
  });
  return rows.flatMap(({ customerId }) => (customerId ? [customerId] : []));
}

/** The newest events of a customer, newest first. */
export async function listSandboxEvents(customerId: string, take = 12, conn = db) {
  return conn.sandboxEvent.findMany({
    where: { customerId },
    orderBy: { position: "desc" },
    select: { eventId: true, type: true, createdAt: true, tries: true, deliveredAt: true },
    take,
  });
}
