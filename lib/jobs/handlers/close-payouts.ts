import { closePayoutMonth } from "@/lib/payouts/closing-store";
import { closedMonthWords, closingErrorWords } from "@/lib/payouts/closing-words";
import { isDueToClose } from "@/lib/payouts/month-due";
import { findOpenMonth } from "@/lib/payouts/month-store";
import { keepRound } from "@/lib/payouts/round-store";
import { env } from "@/lib/platform/env";
import { enqueue } from "@/lib/platform/queue";
import { sql } from "@/lib/platform/sql";
import type { WorkerContext } from "../context";
import type { Payload } from "../payloads";

type PayoutContext = Pick<WorkerContext, "log" | "now">;

/** A worker that was away for years closes so many months in one night. */
const monthsMax = 24;

/**
 * Closes the month that somebody asked for, or every open month that is due, in order, each once. What was done is noted
 * for the office; what failed is told to every admin by mail.
 *
 * @throws whatever stopped a closing, of which nothing was kept
 */
export async function closePayouts({ month }: Payload<"payouts.close">, context: PayoutContext): Promise<void> {
  try {
    if (month !== undefined) await closeOne(month, context);
    else await closeDue(context);
  } catch (cause) {
    await keepRound({
      kind: "close",
      at: context.now(),
      isGood: false,
      words: [`${month ?? "The open month"} failed: see the worker's log.`],
    });
    throw cause;
  }
}

async function closeDue(context: PayoutContext): Promise<void> {
  for (let count = 0; count < monthsMax; count += 1) {
    const open = await findOpenMonth(sql);
    if (open === null || !isDueToClose(open, context.now())) return;
    if (!(await closeOne(open, context))) return;
  }
}

/** @returns whether it was closed now */
async function closeOne(month: string, { log, now }: PayoutContext): Promise<boolean> {
  const closed = await closePayoutMonth({ month, secret: env().AUTH_SECRET ?? "", now: now() });
  if (!closed.ok) {
    log.warn({ job: "payouts.close", month, refused: closed.error.kind });
    await keepRound({ kind: "close", at: now(), isGood: true, words: [`${month} was not closed. ${closingErrorWords(closed.error)}`] });
    return false;
  }
  const words = closedMonthWords(closed.value);
  log.info({ job: "payouts.close", month, members: closed.value.members, reads: closed.value.reads });
  await keepRound({ kind: "close", at: now(), isGood: true, words });
  await enqueue({ name: "payouts.check", data: {}, key: "books" });
  return true;
}
