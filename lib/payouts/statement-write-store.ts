import type { Sql } from "@/lib/platform/sql";
import { poolEntries } from "./ledger-rules";
import { pooledSplit } from "./pooled-split";
import { writeTransfers } from "./transfer-store";

type TitleMonth = {
  currency: string;
  publisherId: number;
  readers: number;
  reads: number;
  weight: number;
  earnedMinor: number;
  correctionMinor: number;
};
type StatementRow = Omit<TitleMonth, "weight"> & { poolMinor: number; pooledMinor: number };

/**
 * Divides the pool among the titles and writes what each of them earned in the month, with a line an article. Sums
 * are made where the reads lie.
 */
export async function writeStatements(dated: { month: string; at: Date }, conn: Sql): Promise<void> {
  const titles = await sumTitles(dated.month, conn);
  const pools = await findPools(conn);
  const rows: StatementRow[] = [];
  for (const currency of new Set([...titles.map((title) => title.currency), ...pools.keys()])) {
    const own = titles.filter((title) => title.currency === currency);
    rows.push(...(await divideCurrency(currency, own, pools.get(currency) ?? 0, dated, conn)));
  }
  await insertStatements(rows, dated.month, conn);
  // The planner knows nothing of them yet, and would look through all of them for every read.
  await conn.query("ANALYZE statement");
  await conn.query(
    `INSERT INTO statement_line (statement_id, article_id, readers, gift_opens, weight, amount_minor)
     SELECT s.id, l.article_id, count(*), sum(l.gift_opens), sum(l.weight), sum(l.amount_minor)
     FROM receipt r JOIN receipt_read l ON l.receipt_id = r.id
     JOIN statement s ON s.month = r.month AND s.currency = r.currency AND s.publisher_id = l.publisher_id
     WHERE r.month = $1 GROUP BY s.id, l.article_id`,
    [dated.month],
  );
}

async function divideCurrency(
  currency: string,
  titles: readonly TitleMonth[],
  poolMinor: number,
  dated: { month: string; at: Date },
  conn: Sql,
): Promise<StatementRow[]> {
  // Refunds can leave less than nothing in the pool: then the next month's fills it up again.
  const earnedMinor = titles.reduce((sum, title) => sum + title.earnedMinor, 0);
  const split = new Map(pooledSplit({ poolMinor: Math.max(0, poolMinor), earnedMinor }, titles).map((title) => [title.publisherId, title]));
  const entries = poolEntries(
    currency,
    [...split.values()].map((title) => ({ publisherId: title.publisherId, amountMinor: title.poolMinor })),
  );
  const pool = {
    kind: "pool" as const,
    cause: `pool:${currency}:${dated.month}`,
    accountKey: null,
    chargeId: null,
    receiptId: null,
    entries,
  };
  if (entries.length > 0) await writeTransfers([pool], dated, conn);
  return titles.map(({ weight: _weight, ...title }) => {
    const { poolMinor: part = 0, pooledMinor = 0 } = split.get(title.publisherId) ?? {};
    return { ...title, poolMinor: part, pooledMinor };
  });
}

/** What the receipts of the month say of each title, and what was taken back of it in the month. Order: currency, title. */
async function sumTitles(month: string, conn: Sql): Promise<TitleMonth[]> {
  const { rows } = await conn.query<TitleMonth>(
    `WITH earned AS (
       SELECT r.currency, l.publisher_id, count(DISTINCT l.receipt_id) AS readers, count(*) AS reads, sum(l.weight) AS weight, sum(l.amount_minor) AS earned
       FROM receipt r JOIN receipt_read l ON l.receipt_id = r.id WHERE r.month = $1 GROUP BY r.currency, l.publisher_id),
     taken AS (
       SELECT e.currency, e.publisher_id, -sum(e.amount_minor) AS amount FROM ledger_transfer t JOIN ledger_entry e ON e.transfer_id = t.id
       WHERE t.kind = 'returned' AND t.month = $1 AND e.account = 'payable' GROUP BY e.currency, e.publisher_id)
     SELECT currency, publisher_id AS "publisherId", COALESCE(readers, 0)::int AS readers, COALESCE(reads, 0)::int AS reads,
       COALESCE(weight, 0)::float8 AS weight, COALESCE(earned, 0)::float8 AS "earnedMinor", COALESCE(amount, 0)::float8 AS "correctionMinor"
     FROM earned FULL JOIN taken USING (currency, publisher_id) ORDER BY currency, publisher_id`,
    [month],
  );
  return rows;
}

/** What the pool holds, by currency: this month's, and what months without a reader left. */
async function findPools(conn: Sql): Promise<Map<string, number>> {
  const { rows } = await conn.query<{ currency: string; amount: number }>(
    "SELECT currency, -sum(amount_minor)::float8 AS amount FROM ledger_entry WHERE account = 'pool' GROUP BY currency",
  );
  return new Map(rows.map(({ currency, amount }) => [currency, amount]));
}

async function insertStatements(rows: readonly StatementRow[], month: string, conn: Sql): Promise<void> {
  await conn.query(
    `INSERT INTO statement (month, publisher_id, currency, readers, reads, earned_minor, pool_minor, correction_minor, pooled_minor)
     SELECT $1, s.* FROM unnest($2::int[], $3::text[], $4::int[], $5::int[], $6::bigint[], $7::bigint[], $8::bigint[], $9::bigint[]) AS s`,
    [
      month,
      rows.map(({ publisherId }) => publisherId),
      rows.map(({ currency }) => currency),
      rows.map(({ readers }) => readers),
      rows.map(({ reads }) => reads),
      rows.map(({ earnedMinor }) => earnedMinor),
      rows.map(({ poolMinor }) => poolMinor),
      rows.map(({ correctionMinor }) => correctionMinor),
      rows.map(({ pooledMinor }) => pooledMinor),
    ],
  );
}
