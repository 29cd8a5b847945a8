import { type Sql, sql } from "@/lib/platform/sql";
import type { ReceiptArticle, ReceiptTitle, ReceiptView } from "./types";

const articlesMax = 50_000;
const monthsMax = 240;

type Head = Omit<ReceiptView, "titles"> & { id: number };
type TitleRow = Omit<ReceiptTitle, "articles"> & { receiptId: number };
type ArticleRow = ReceiptArticle & { receiptId: number; publisherId: number };

/**
 * Where a member's fee of a month went, by currency: title by title, the dearest first, with the articles behind each.
 * The titles are the books' and stay; articles stand there while the account lives and has not taken them out of its
 * history. Order: currency; amountMinor desc, id.
 *
 * @param accountKey the name under which the books know the account
 */
export async function listReceipts(accountKey: string, month: string, conn: Sql = sql): Promise<ReceiptView[]> {
  const { rows } = await conn.query<Head>(
    `SELECT id, month, currency, fee_minor AS "feeMinor", cost_minor AS "costMinor", tax_minor AS "taxMinor", share_minor AS "shareMinor",
       pool_minor AS "poolMinor"
     FROM receipt WHERE account_key = $1 AND month = $2 ORDER BY currency`,
    [accountKey, month],
  );
  const ids = rows.map(({ id }) => id);
  const titles = await listTitles(ids, conn);
  const articles = await listArticles(ids, conn);
  return rows.map(({ id, ...head }) => ({
    ...head,
    titles: titles
      .filter(({ receiptId }) => receiptId === id)
      .map(({ receiptId: _receiptId, ...title }) => ({ ...title, articles: articles.get(`${id} ${title.publisherId}`) ?? [] })),
  }));
}

async function listTitles(receiptIds: readonly number[], conn: Sql): Promise<TitleRow[]> {
  const { rows } = await conn.query<TitleRow>(
    `SELECT t.receipt_id AS "receiptId", e.publisher_id AS "publisherId", COALESCE(p.slug, '') AS slug, COALESCE(p.name, '') AS name,
       -sum(e.amount_minor)::float8 AS "amountMinor"
     FROM ledger_transfer t JOIN ledger_entry e ON e.transfer_id = t.id AND e.account = 'payable'
     LEFT JOIN publisher p ON p.id = e.publisher_id WHERE t.receipt_id = ANY($1::int[])
     GROUP BY t.receipt_id, e.publisher_id, p.slug, p.name ORDER BY "amountMinor" DESC, e.publisher_id`,
    [receiptIds],
  );
  return rows;
}

async function listArticles(receiptIds: readonly number[], conn: Sql): Promise<Map<string, ReceiptArticle[]>> {
  const { rows } = await conn.query<ArticleRow>(
    `SELECT l.receipt_id AS "receiptId", l.publisher_id AS "publisherId", l.article_id AS "articleId", a.slug, a.headline,
       l.depth, l.active_sec AS "activeSec", l.gift_opens AS "giftOpens", l.amount_minor AS "amountMinor"
     FROM receipt_read l LEFT JOIN article a ON a.id = l.article_id AND a.taken_down_at IS NULL
     WHERE l.receipt_id = ANY($1::int[]) ORDER BY l.amount_minor DESC, l.article_id LIMIT $2`,
    [receiptIds, articlesMax],
  );
  const byTitle = Map.groupBy(rows, ({ receiptId, publisherId }) => `${receiptId} ${publisherId}`);
  const strip = ({ receiptId: _receiptId, publisherId: _publisherId, ...article }: ArticleRow): ReceiptArticle => article;
  return new Map([...byTitle].map(([key, own]) => [key, own.map(strip)]));
}

/** A line of an account's list of receipts; `returnedMinor` was given back in that month. */
export type ReceiptMonth = { month: string; currency: string; feeMinor: number; returnedMinor: number };

/** The months in which something was divided or given back. Order: month desc, currency. */
export async function listReceiptMonths(accountKey: string, conn: Sql = sql): Promise<ReceiptMonth[]> {
  const { rows } = await conn.query<ReceiptMonth>(
    `SELECT t.month, e.currency, COALESCE(sum(e.amount_minor) FILTER (WHERE t.kind = 'divided' AND e.account = 'prepaid'), 0)::float8 AS "feeMinor",
       COALESCE(-sum(e.amount_minor) FILTER (WHERE t.kind = 'returned' AND e.account = 'cash'), 0)::float8 AS "returnedMinor"
     FROM ledger_transfer t JOIN ledger_entry e ON e.transfer_id = t.id
     WHERE t.account_key = $1 AND t.kind IN ('divided', 'returned') GROUP BY t.month, e.currency
     ORDER BY t.month DESC, e.currency LIMIT $2`,
    [accountKey, monthsMax],
  );
  return rows;
}

/** Of what one pot for all would have paid in a month: to these titles, and to all. */
export async function sumPooled(
  month: string,
  currency: string,
  publisherIds: readonly number[],
  conn: Sql = sql,
): Promise<{ ofTitlesMinor: number; allMinor: number }> {
  const { rows } = await conn.query<{ ofTitlesMinor: number; allMinor: number }>(
    `SELECT COALESCE(sum(pooled_minor) FILTER (WHERE publisher_id = ANY($3::int[])), 0)::float8 AS "ofTitlesMinor",
       COALESCE(sum(pooled_minor), 0)::float8 AS "allMinor"
     FROM statement WHERE month = $1 AND currency = $2`,
    [month, currency, publisherIds],
  );
  return rows[0] ?? { ofTitlesMinor: 0, allMinor: 0 };
}
