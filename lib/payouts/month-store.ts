import type { Sql } from "@/lib/platform/sql";
import { nextMonth } from "./month-span";
import type { PayoutTerms } from "./terms";
import type { MonthSums } from "./types";

/** The advisory lock under which months are closed, one after the other; a number of our own choosing. */
const closingLock = 2_030;

/** Waits until nobody else closes a month; held until the transaction ends. */
export async function lockClosing(conn: Sql): Promise<void> {
  await conn.query("SELECT pg_advisory_xact_lock($1::int, 0)", [closingLock]);
}

/** When a month was closed; null while it is open. */
export async function findClosing(month: string, conn: Sql): Promise<Date | null> {
  const { rows } = await conn.query<{ closedAt: Date }>('SELECT closed_at AS "closedAt" FROM payout_month WHERE month = $1', [month]);
  return rows[0]?.closedAt ?? null;
}

/** The month that is to be closed next: after the last closed one, else that of the first payment; null before any. */
export async function findOpenMonth(conn: Sql): Promise<string | null> {
  const { rows } = await conn.query<{ last: string | null; first: string | null }>(`
    SELECT (SELECT max(month) FROM payout_month) AS last,
      to_char(LEAST((SELECT min(LEAST(period_start, COALESCE(paid_at, issued_at))) FROM invoice
          WHERE status = 'paid' AND amount_minor > 0 AND period_start < period_end),
        (SELECT min(paid_at) FROM gift_membership WHERE state <> 'unpaid' AND amount_minor > 0)), 'YYYY-MM') AS first`);
  const { last = null, first = null } = rows[0] ?? {};
  return last === null ? first : nextMonth(last);
}

/** Writes down that a month is closed. */
export async function keepClosing(
  closing: { month: string; at: Date; terms: PayoutTerms; members: number; reads: number },
  conn: Sql,
): Promise<void> {
  const { month, at, terms, members, reads } = closing;
  await conn.query("INSERT INTO payout_month (month, closed_at, terms, members, reads) VALUES ($1, $2, $3, $4, $5)", [
    month,
    at,
    JSON.stringify(terms),
    members,
    reads,
  ]);
}

/** What a month came to, by currency. Order: currency. */
export async function sumMonth(month: string, conn: Sql): Promise<MonthSums[]> {
  // Sums are exact as double precision: no month comes near 2^53 minor units.
  const { rows } = await conn.query<MonthSums>(
    `SELECT e.currency,
      COALESCE(sum(e.amount_minor) FILTER (WHERE t.kind = 'divided' AND e.account = 'prepaid'), 0)::float8 AS "feeMinor",
      COALESCE(-sum(e.amount_minor) FILTER (WHERE t.kind = 'divided' AND e.account = 'costs'), 0)::float8 AS "costMinor",
      COALESCE(-sum(e.amount_minor) FILTER (WHERE t.kind = 'divided' AND e.account = 'tax'), 0)::float8 AS "taxMinor",
      COALESCE(-sum(e.amount_minor) FILTER (WHERE t.kind = 'divided' AND e.account = 'share'), 0)::float8 AS "shareMinor",
      COALESCE(-sum(e.amount_minor) FILTER (WHERE t.kind = 'divided' AND e.account = 'payable'), 0)::float8 AS "titlesMinor",
      COALESCE(-sum(e.amount_minor) FILTER (WHERE t.kind = 'pool' AND e.account = 'payable'), 0)::float8 AS "poolMinor",
      COALESCE(-sum(e.amount_minor) FILTER (WHERE t.kind = 'returned' AND e.account = 'cash'), 0)::float8 AS "returnedMinor"
     FROM ledger_transfer t JOIN ledger_entry e ON e.transfer_id = t.id WHERE t.month = $1 GROUP BY e.currency ORDER BY e.currency`,
    [month],
  );
  return rows;
}
