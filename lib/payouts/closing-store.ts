import { err, ok, type Result } from "@/lib/core/result";
import { inSqlTransaction, type Sql, sql } from "@/lib/platform/sql";
import { type Round, takeBackCharges, takeInCharges } from "./charge-store";
import { closeMember } from "./close-member";
import { type DueMember, listDueMembers, listFacts, nameMembers } from "./member-store";
import { monthSpan } from "./month-span";
import { findClosing, findOpenMonth, keepClosing, lockClosing, sumMonth } from "./month-store";
import { type OwnedDraft, writeReceipts } from "./receipt-write-store";
import { writeStatements } from "./statement-write-store";
import { type PayoutTerms, termsOf } from "./terms";
import type { ClosedMonth, ClosingError, ReadFact } from "./types";

/** How a month is closed. `isTrial`: everything is computed and checked by the database, and nothing is kept. */
export type ClosingOrder = { month: string; secret: string; now: Date; terms?: PayoutTerms; isTrial?: boolean };

/** So many members are held in the process at once. */
const membersAtOnce = 200;

/**
 * Closes a month: takes in what was paid and what was given back, divides each member's fee among what this member
 * read, the pool among all titles, and writes receipts, statements and the transfers of the books, all in one
 * transaction. A month is closed once and after the one before; two closings at once take turns, and the second finds
 * it done.
 *
 * @param order.month "2026-10", over at `now`
 * @param order.secret the install's AUTH_SECRET, by which the books know accounts
 */
export async function closePayoutMonth(order: ClosingOrder): Promise<Result<ClosedMonth, ClosingError>> {
  try {
    return await inSqlTransaction(async (conn) => {
      const result = await closeOnce(order, conn);
      if (order.isTrial && result.ok) throw new Trial(result.value);
      return result;
    });
  } catch (cause) {
    if (cause instanceof Trial) return ok(cause.month);
    throw cause;
  }
}

/** Ends the transaction of a closing that was only tried. */
class Trial extends Error {
  constructor(readonly month: ClosedMonth) {
    super("tried");
  }
}

async function closeOnce(order: ClosingOrder, conn: Sql): Promise<Result<ClosedMonth, ClosingError>> {
  const { month, secret, now } = order;
  await lockClosing(conn);
  const refusal = await judgeMonth(month, now, conn);
  if (refusal) return err(refusal);
  const { startsAt, endsAt } = monthSpan(month);
  const terms = order.terms ?? termsOf(month);
  const round = { month, until: endsAt, at: now, terms };
  await takeInCharges(round, conn);
  await takeBackCharges(round, conn);
  await nameMembers(endsAt, secret, conn);
  const counts = await divideAll(round, startsAt, conn);
  // The planner knows nothing yet of the rows that this transaction wrote.
  await conn.query("ANALYZE receipt, receipt_read, ledger_transfer, ledger_entry");
  await writeStatements(round, conn);
  await keepClosing({ month, at: now, terms, ...counts }, conn);
  return ok({ month, ...counts, sums: await sumMonth(month, conn) });
}

async function judgeMonth(month: string, now: Date, conn: Sql): Promise<ClosingError | null> {
  const closedAt = await findClosing(month, conn);
  if (closedAt) return { kind: "closed-before", closedAt };
  if (monthSpan(month).endsAt > now) return { kind: "not-over" };
  const next = await findOpenMonth(conn);
  if (next === null) return { kind: "nothing-paid" };
  return next === month ? null : { kind: "not-next", next };
}

/** What the next members read is asked for on a connection of its own while these ones' receipts are written. */
async function divideAll(round: Round, startsAt: Date, conn: Sql): Promise<{ members: number; reads: number }> {
  const span = { startsAt, endsAt: round.until };
  const counts = { members: 0, reads: 0 };
  let members = await listDueMembers("", membersAtOnce, span, conn);
  let facts = await listFacts(idsOf(members), span, sql);
  while (members.length > 0) {
    const drafts = draftReceipts(members, facts, round);
    counts.members += new Set(drafts.map(({ accountKey }) => accountKey)).size;
    counts.reads += drafts.reduce((sum, { reads }) => sum + reads.length, 0);
    members = await listDueMembers(members.at(-1)?.accountKey ?? "", membersAtOnce, span, conn);
    [facts] = await Promise.all([listFacts(idsOf(members), span, sql), writeReceipts(drafts, round, conn)]);
  }
  return counts;
}

const idsOf = (members: readonly DueMember[]): string[] => members.flatMap(({ userId }) => userId ?? []);

function draftReceipts(members: readonly DueMember[], facts: ReadonlyMap<string, ReadFact[]>, round: Round): OwnedDraft[] {
  return members.flatMap(({ accountKey, userId, charges }) => {
    const own = userId === null ? [] : (facts.get(userId) ?? []);
    const order = { charges, facts: own, until: round.until, shareBasisPoints: round.terms.shareBasisPoints };
    return closeMember(order).map((draft) => ({ ...draft, accountKey, userId }));
  });
}
