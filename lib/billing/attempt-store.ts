import { randomUUID } from "node:crypto";
import { addMs, minuteMs } from "@/lib/core/clock";
import { type Conn, db, inTransaction } from "@/lib/platform/db";
import { lockAccount } from "./lock-store";
import type { Price } from "./types";

/** For so long a second press of the same button leads to the same checkout. */
const reuseMs = 30 * minuteMs;

/** The id of a try to pay this price: the open one of the last half hour, or a new one. */
export function openAttempt(userId: string, price: Price, provider: string, now: Date): Promise<string> {
  return inTransaction(async (tx) => {
    await lockAccount(userId, tx);
    const { plan, currency, amountMinor } = price;
    const same = { userId, plan, currency, amountMinor, provider, state: "open" };
    const open = await tx.checkoutAttempt.findFirst({
      where: { ...same, createdAt: { gt: addMs(now, -reuseMs) } },
      orderBy: { createdAt: "desc" },
      select: { id: true },
    });
    if (open) return open.id;
    const id = randomUUID();
    await tx.checkoutAttempt.create({ data: { id, ...same, createdAt: now } });
    return id;
  });
}

/** Ties a try to the provider's checkout. */
export async function noteSession(attemptId: string, sessionId: string, conn: Conn = db): Promise<void> {
  await conn.checkoutAttempt.update({ where: { id: attemptId }, data: { sessionId } });
}

/** Whether this account made this very try with us. */
export async function isOwnAttempt(attemptId: string, userId: string, conn: Conn = db): Promise<boolean> {
  return (await conn.checkoutAttempt.count({ where: { id: attemptId, userId }, take: 1 })) > 0;
}

/** Closes a try that was paid. */
export async function completeAttempt(attemptId: string, now: Date, conn: Conn = db): Promise<void> {
  await conn.checkoutAttempt.updateMany({ where: { id: attemptId, state: "open" }, data: { state: "completed", completedAt: now } });
}

/** The prices this account was ever sent to pay at a provider; empty for an account that never went there. */
export async function listAttemptedPrices(
  userId: string,
  provider: string,
  conn: Conn = db,
): Promise<{ currency: string; amountMinor: number }[]> {
  return conn.checkoutAttempt.findMany({
    where: { userId, provider },
    distinct: ["currency", "amountMinor"],
    orderBy: [{ currency: "asc" }, { amountMinor: "asc" }],
    take: 50,
    select: { currency: true, amountMinor: true },
  });
}
