import { type Sql, sql } from "@/lib/platform/sql";
import type { StatementLineView, StatementView } from "./types";

/** More articles than a title prints in a month; a bound nevertheless. */
const linesMax = 100_000;
const monthsMax = 240;

type Head = Omit<StatementView, "lines" | "publisher"> & { id: number; slug: string; name: string };

const headColumns = `s.id, s.month, p.slug, p.name, s.currency, s.readers, s.reads, s.earned_minor::float8 AS "earnedMinor",
  s.pool_minor::float8 AS "poolMinor", s.correction_minor::float8 AS "correctionMinor", s.pooled_minor::float8 AS "pooledMinor",
  (s.earned_minor + s.pool_minor + s.correction_minor)::float8 AS "totalMinor"`;

/**
 * What a title earned in a month, by currency, with each article, the dearest first. Order: currency; amountMinor desc, articleId.
 *
 * @param slug the title's
 */
export async function listStatements(slug: string, month: string, conn: Sql = sql): Promise<StatementView[]> {
  const { rows } = await conn.query<Head>(
    `SELECT ${headColumns} FROM statement s JOIN publisher p ON p.id = s.publisher_id WHERE p.slug = $1 AND s.month = $2 ORDER BY s.currency`,
    [slug, month],
  );
  const lines = await listLines(
    rows.map(({ id }) => id),
    conn,
  );
  return rows.map(({ id, slug: titleSlug, name, ...head }) => ({
    ...head,
    publisher: { slug: titleSlug, name },
    lines: lines.get(id) ?? [],
  }));
}

async function listLines(statementIds: readonly number[], conn: Sql): Promise<Map<number, StatementLineView[]>> {
  const { rows } = await conn.query<StatementLineView & { statementId: number }>(
    `SELECT l.statement_id AS "statementId", l.article_id AS "articleId", COALESCE(a.slug, '') AS slug, COALESCE(a.headline, '') AS headline,
       a.published_at AS "publishedAt", l.readers, l.gift_opens AS "giftOpens", (l.weight / 1000.0)::float8 AS readings,
       l.amount_minor::float8 AS "amountMinor"
     FROM statement_line l LEFT JOIN article a ON a.id = l.article_id
     WHERE l.statement_id = ANY($1::int[]) ORDER BY l.amount_minor DESC, l.article_id LIMIT $2`,
    [statementIds, linesMax],
  );
  const byStatement = Map.groupBy(rows, ({ statementId }) => statementId);
  return new Map([...byStatement].map(([id, own]) => [id, own.map(({ statementId: _statementId, ...line }) => line)]));
}

/** What a title earned, month by month, without the articles. Order: month desc, currency. */
export async function listStatementMonths(publisherId: number, conn: Sql = sql): Promise<Omit<StatementView, "lines">[]> {
  const { rows } = await conn.query<Head>(
    `SELECT ${headColumns} FROM statement s JOIN publisher p ON p.id = s.publisher_id
     WHERE s.publisher_id = $1 ORDER BY s.month DESC, s.currency LIMIT $2`,
    [publisherId, monthsMax],
  );
  return rows.map(({ id: _id, slug, name, ...head }) => ({ ...head, publisher: { slug, name } }));
}
