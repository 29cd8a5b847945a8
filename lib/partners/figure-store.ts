import { type Sql, sql } from "@/lib/platform/sql";
import type { ArticleFigures, CountryReaders, DayFigures, SortColumn, TitleDayFigures } from "./types";

const articlesMax = 200;

const sums = `sum(d.reads)::int AS reads, sum(d.completed)::int AS completed, sum(d.active_sec)::float8 AS "activeSec",
  sum(d.saves)::int AS saves, sum(d.gifts)::int AS gifts, sum(d.gift_opens)::int AS "giftOpens"`;
const dayColumns = `to_char(day, 'YYYY-MM-DD') AS day, reads, completed, active_sec::float8 AS "activeSec", saves, gifts, gift_opens AS "giftOpens"`;

/** A title's days on which anything happened. Order: day. @param from "2026-11-01" */
export async function listTitleDays(publisherId: number, from: string, conn: Sql = sql): Promise<TitleDayFigures[]> {
  const { rows } = await conn.query<TitleDayFigures>(
    `SELECT ${dayColumns}, readers FROM title_day WHERE publisher_id = $1 AND day >= $2::date ORDER BY title_day.day`,
    [publisherId, from],
  );
  return rows;
}

const orders: Record<SortColumn, string> = {
  reads: "reads DESC",
  completion: "CASE WHEN sum(d.reads) >= 5 THEN sum(d.completed)::float8 / sum(d.reads) ELSE -1 END DESC",
  minutes: '"activeSec" DESC',
  saves: "saves DESC",
  gifts: 'gifts DESC, "giftOpens" DESC',
  published: "a.published_at DESC",
};

/** A title's articles that anything happened to since a day, at most 200. Order: as asked; article desc. */
export async function listArticleFigures(
  { publisherId, from, sort, take = articlesMax }: { publisherId: number; from: string; sort: SortColumn; take?: number },
  conn: Sql = sql,
): Promise<ArticleFigures[]> {
  const { rows } = await conn.query<ArticleFigures>(
    `SELECT d.article_id AS "articleId", a.slug, a.headline, a.published_at AS "publishedAt", ${sums}
     FROM article_day d JOIN article a ON a.id = d.article_id AND a.publisher_id = d.publisher_id
     WHERE d.publisher_id = $1 AND d.day >= $2::date
     GROUP BY d.article_id, a.slug, a.headline, a.published_at ORDER BY ${orders[sort]}, d.article_id DESC LIMIT $3`,
    [publisherId, from, Math.min(take, articlesMax)],
  );
  return rows;
}

/** An article of this title and no other; null for any other's. */
export type OwnArticle = {
  id: number;
  slug: string;
  headline: string;
  standfirst: string;
  language: string;
  publishedAt: Date;
  takenDownAt: Date | null;
};

/** The title's own article with this slug; null where there is none, or it is another title's. */
export async function findOwnArticle(publisherId: number, slug: string, conn: Sql = sql): Promise<OwnArticle | null> {
  const { rows } = await conn.query<OwnArticle>(
    `SELECT id, slug, headline, standfirst, language, published_at AS "publishedAt", taken_down_at AS "takenDownAt"
     FROM article WHERE slug = $1 AND publisher_id = $2`,
    [slug, publisherId],
  );
  return rows[0] ?? null;
}

/** An article's days on which anything happened since a day. Order: day. */
export async function listArticleDays(publisherId: number, articleId: number, from: string, conn: Sql = sql): Promise<DayFigures[]> {
  const { rows } = await conn.query<DayFigures>(
    `SELECT ${dayColumns} FROM article_day WHERE article_id = $1 AND publisher_id = $2 AND day >= $3::date ORDER BY article_day.day`,
    [articleId, publisherId, from],
  );
  return rows;
}

/** Different readers of a title in the last 28 days, by country, as last counted. */
export async function listCountryReaders(publisherId: number, conn: Sql = sql): Promise<CountryReaders[]> {
  const { rows } = await conn.query<CountryReaders>("SELECT country, readers FROM title_country WHERE publisher_id = $1", [publisherId]);
  return rows;
}

/** A title's name and slug. @throws Error for a number that no title has */
export async function getTitle(publisherId: number, conn: Sql = sql): Promise<{ slug: string; name: string }> {
  const { rows } = await conn.query<{ slug: string; name: string }>("SELECT slug, name FROM publisher WHERE id = $1", [publisherId]);
  if (!rows[0]) throw new Error(`There is no title ${publisherId}.`);
  return rows[0];
}
