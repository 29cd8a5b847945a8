import { type Sql, sql } from "@/lib/platform/sql";
import type { BooksCheck } from "./types";

/** What must hold, and a query that counts where it does not. */
const checks: readonly { name: string; query: string }[] = [
  {
    name: "every transfer comes to nothing in every currency",
    query: `SELECT count(*) FROM (SELECT 1 FROM ledger_entry GROUP BY transfer_id, currency HAVING sum(amount_minor) <> 0) x`,
  },
  {
    name: "every transfer has entries",
    query: `SELECT count(*) FROM ledger_transfer t WHERE NOT EXISTS (SELECT FROM ledger_entry e WHERE e.transfer_id = t.id)`,
  },
  {
    name: "cash is what was paid and not given back",
    query: `SELECT count(*) FROM
      (SELECT currency, sum(amount_minor) AS amount FROM ledger_entry WHERE account = 'cash' GROUP BY currency) booked
      FULL JOIN (SELECT currency, COALESCE(sum(amount_minor) FILTER (WHERE returned_in IS NULL), 0) AS amount FROM payout_charge GROUP BY currency) paid
      USING (currency) WHERE booked.amount IS DISTINCT FROM paid.amount`,
  },
  {
    name: "what is divided of each payment stands in the books",
    query: `SELECT count(*) FROM payout_charge c LEFT JOIN
      (SELECT t.charge_id, sum(e.amount_minor) AS amount FROM ledger_transfer t JOIN ledger_entry e ON e.transfer_id = t.id
       WHERE t.kind = 'divided' AND e.account = 'prepaid' GROUP BY t.charge_id) d ON d.charge_id = c.id
      WHERE COALESCE(d.amount, 0) <> c.divided_minor OR c.divided_minor > c.amount_minor`,
  },
  {
    name: "of a payment that was given back nothing is left but its cost, which is ours",
    query: `SELECT count(*) FROM (SELECT c.id, c.cost_minor, e.account, sum(e.amount_minor) AS amount FROM payout_charge c
      JOIN ledger_transfer t ON t.charge_id = c.id JOIN ledger_entry e ON e.transfer_id = t.id
      WHERE c.returned_in IS NOT NULL GROUP BY c.id, e.account, e.publisher_id) x
      WHERE amount <> CASE account WHEN 'costs' THEN -cost_minor WHEN 'share' THEN cost_minor ELSE 0 END`,
  },
  {
    name: "every receipt says what the books say",
    query: `SELECT count(*) FROM receipt r LEFT JOIN
      (SELECT t.receipt_id, sum(e.amount_minor) FILTER (WHERE e.account = 'prepaid') AS fee,
         -sum(e.amount_minor) FILTER (WHERE e.account = 'costs') AS cost, -sum(e.amount_minor) FILTER (WHERE e.account = 'tax') AS tax,
         -sum(e.amount_minor) FILTER (WHERE e.account = 'share') AS share, -sum(e.amount_minor) FILTER (WHERE e.account = 'payable') AS titles,
         -sum(e.amount_minor) FILTER (WHERE e.account = 'pool') AS pool
       FROM ledger_transfer t JOIN ledger_entry e ON e.transfer_id = t.id WHERE t.receipt_id IS NOT NULL GROUP BY t.receipt_id) b ON b.receipt_id = r.id
      WHERE (COALESCE(b.fee, 0), COALESCE(b.cost, 0), COALESCE(b.tax, 0), COALESCE(b.share, 0), COALESCE(b.titles, 0), COALESCE(b.pool, 0))
        <> (r.fee_minor, r.cost_minor, r.tax_minor, r.share_minor, r.titles_minor, r.pool_minor)`,
  },
  {
    name: "no receipt's articles come to more than its titles",
    query: `SELECT count(*) FROM
      (SELECT receipt_id, publisher_id, sum(amount_minor) AS amount FROM receipt_read GROUP BY receipt_id, publisher_id) l
      LEFT JOIN (SELECT t.receipt_id, e.publisher_id, -sum(e.amount_minor) AS amount FROM ledger_transfer t JOIN ledger_entry e ON e.transfer_id = t.id
        WHERE e.account = 'payable' AND t.receipt_id IS NOT NULL GROUP BY t.receipt_id, e.publisher_id) b USING (receipt_id, publisher_id)
      WHERE l.amount > COALESCE(b.amount, 0)`,
  },
  {
    name: "every statement says what the books say",
    query: `SELECT count(*) FROM
      (SELECT t.month, e.publisher_id, e.currency, -sum(e.amount_minor) FILTER (WHERE t.kind = 'divided') AS earned,
         -sum(e.amount_minor) FILTER (WHERE t.kind = 'pool') AS pool, -sum(e.amount_minor) FILTER (WHERE t.kind = 'returned') AS taken
       FROM ledger_transfer t JOIN ledger_entry e ON e.transfer_id = t.id WHERE e.account = 'payable' GROUP BY t.month, e.publisher_id, e.currency) b
      FULL JOIN statement s USING (month, publisher_id, currency)
      WHERE (COALESCE(b.earned, 0), COALESCE(b.pool, 0), COALESCE(b.taken, 0))
        IS DISTINCT FROM (s.earned_minor, s.pool_minor, s.correction_minor)`,
  },
  {
    name: "every statement's articles come to what was earned",
    query: `SELECT count(*) FROM statement s LEFT JOIN
      (SELECT statement_id, sum(amount_minor) AS amount FROM statement_line GROUP BY statement_id) l ON l.statement_id = s.id
      WHERE COALESCE(l.amount, 0) <> s.earned_minor`,
  },
  {
    name: "receipts and statements of a month come to the same",
    query: `SELECT count(*) FROM
      (SELECT month, currency, sum(titles_minor) AS amount FROM receipt GROUP BY month, currency) r
      FULL JOIN (SELECT month, currency, sum(earned_minor) AS amount FROM statement GROUP BY month, currency) s USING (month, currency)
      WHERE COALESCE(r.amount, 0) <> COALESCE(s.amount, 0)`,
  },
];

/** Holds the books against themselves, the receipts and the statements. @returns each rule with how often it is broken */
export async function checkBooks(conn: Sql = sql): Promise<BooksCheck[]> {
  const found: BooksCheck[] = [];
  for (const { name, query } of checks) {
    const { rows } = await conn.query<{ count: string }>(query);
    found.push({ name, wrong: Number(rows[0]?.count ?? 0) });
  }
  return found;
}
