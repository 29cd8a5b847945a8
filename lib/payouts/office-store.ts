import { type Sql, sql } from "@/lib/platform/sql";

const monthsMax = 240;
const titlesMax = 1_000;

/** A closed month as the office sees it, in one currency. */
export type OfficeMonth = {
  month: string;
  closedAt: Date;
  members: number;
  reads: number;
  /** Null where nothing was divided or given back in it. */
  currency: string | null;
  feeMinor: number;
  costMinor: number;
  taxMinor: number;
  shareMinor: number;
  /** What titles were paid, with the pool and what was taken back. */
  titlesMinor: number;
};

/**
 * Closed months with what they came to: receipts say what was divided, statements what titles got. Order: month desc, currency.
 */
export async function listOfficeMonths(conn: Sql = sql): Promise<OfficeMonth[]> {
  const { rows } = await conn.query<OfficeMonth>(
    `WITH fees AS (
       SELECT month, currency, sum(fee_minor) AS fee, sum(cost_minor) AS cost, sum(tax_minor) AS tax, sum(share_minor) AS share
       FROM receipt GROUP BY month, currency),
     titles AS (
       SELECT month, currency, sum(earned_minor + pool_minor + correction_minor) AS paid FROM statement GROUP BY month, currency)
     SELECT m.month, m.closed_at AS "closedAt", m.members, m.reads, x.currency, COALESCE(x.fee, 0)::float8 AS "feeMinor",
       COALESCE(x.cost, 0)::float8 AS "costMinor", COALESCE(x.tax, 0)::float8 AS "taxMinor", COALESCE(x.share, 0)::float8 AS "shareMinor",
       COALESCE(x.paid, 0)::float8 AS "titlesMinor"
     FROM payout_month m LEFT JOIN (fees FULL JOIN titles USING (month, currency)) x USING (month)
     ORDER BY m.month DESC, x.currency LIMIT $1`,
    [monthsMax],
  );
  return rows;
}

/** What a title earned of a month, in one currency. */
export type OfficeTitle = { slug: string; name: string; currency: string; readers: number; totalMinor: number; pooledMinor: number };

/** What each title is owed of a month. Order: currency; total desc, title. */
export async function listOwedTitles(month: string, conn: Sql = sql): Promise<OfficeTitle[]> {
  const { rows } = await conn.query<OfficeTitle>(
    `SELECT p.slug, p.name, s.currency, s.readers, (s.earned_minor + s.pool_minor + s.correction_minor)::float8 AS "totalMinor",
       s.pooled_minor::float8 AS "pooledMinor"
     FROM statement s JOIN publisher p ON p.id = s.publisher_id WHERE s.month = $1 ORDER BY s.currency, "totalMinor" DESC, s.publisher_id LIMIT $2`,
    [month, titlesMax],
  );
  return rows;
}
