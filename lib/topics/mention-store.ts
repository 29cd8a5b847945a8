import { openingOf } from "@/lib/articles/opening-of";
import type { Access } from "@/lib/entitlements/types";
import { type Sql, sql, toJsonRows } from "@/lib/platform/sql";
import type { KnownNames } from "./match-known";
import type { FoundName, NameSource, TopicKind } from "./types";

/** An article whose names are to be found. */
export type MentioningArticle = NameSource & { id: number; publisherId: number; publishedAt: Date };

const articlesMax = 2_000;
const knownMax = 20_000;

/** Those of these articles that stand in lists, with what names them. Withdrawn and embargoed ones are left out. Order: id. */
export async function listNameSources(ids: readonly number[], conn: Sql = sql): Promise<MentioningArticle[]> {
  const { rows } = await conn.query<MentioningArticle & { access: Access; hasBody: boolean; leadInWords: number | null }>(
    `SELECT a.id, a.publisher_id AS "publisherId", a.published_at AS "publishedAt", a.headline, a.standfirst, a.lead_in AS "leadIn", a.language, a.categories,
       a.access::text AS access, a.has_body AS "hasBody", p.lead_in_words AS "leadInWords",
       array_prepend(p.name, ARRAY(SELECT u.name FROM article_author aa JOIN author u ON u.id = aa.author_id WHERE aa.article_id = a.id)) AS "ownNames"
     FROM article a JOIN publisher p ON p.id = a.publisher_id AND p.is_active
     WHERE a.id = ANY($1::int[]) AND a.taken_down_at IS NULL AND a.hidden_at IS NULL AND (a.embargo_until IS NULL OR a.embargo_until <= now())
     ORDER BY a.id LIMIT ${articlesMax}`,
    [ids],
  );
  return rows.map(({ access, hasBody, leadInWords, ...article }) => {
    const leadIn = article.leadIn.split("\n\n");
    // A name that stands behind the wall must not be told by a topic.
    const opening = hasBody ? openingOf({ access, language: article.language, leadIn, leadInWords }) : leadIn;
    return { ...article, leadIn: opening.join("\n\n") };
  });
}

/** Articles of the window in which no name has been looked for, or none was found. Order: newest first; at most 2,000. */
export async function listUnmentioning(since: Date, conn: Sql = sql): Promise<number[]> {
  const { rows } = await conn.query<{ id: number }>(
    `SELECT a.id FROM article a WHERE a.published_at > $1 AND a.taken_down_at IS NULL AND a.hidden_at IS NULL
       AND NOT EXISTS (SELECT 1 FROM topic_mention m WHERE m.article_id = a.id)
     ORDER BY a.published_at DESC, a.id DESC LIMIT ${articlesMax}`,
    [since],
  );
  return rows.map((row) => row.id);
}

/** What leads to the open topics of a language, the commonest first; at most 20,000 names. */
export async function listKnownNames(language: string, conn: Sql = sql): Promise<KnownNames> {
  const { rows } = await conn.query<{ alias: string; name: string; kind: TopicKind }>(
    `SELECT ta.alias, t.name, t.kind FROM topic_alias ta JOIN topic t ON t.id = ta.topic_id AND t.merged_into_id IS NULL
     WHERE ta.language = $1 ORDER BY t.article_count DESC, t.id LIMIT ${knownMax}`,
    [language],
  );
  return new Map(rows.map(({ alias, name, kind }) => [alias, { name, kind }]));
}

/** Keeps the names of articles of one language in place of what was kept of them before. */
export async function replaceMentions(
  articles: readonly { article: MentioningArticle; names: readonly FoundName[] }[],
  language: string,
  conn: Sql,
): Promise<void> {
  await conn.query("DELETE FROM topic_mention WHERE article_id = ANY($1::int[])", [articles.map(({ article }) => article.id)]);
  const rows = articles.flatMap(({ article, names }) =>
    names.flatMap(({ key, name, kind, weight, shortKeys }) => {
      const row = { article_id: article.id, publisher_id: article.publisherId, published_at: article.publishedAt, kind, weight };
      const short = shortKeys.map((shortKey) => ({ ...row, key: shortKey, name: shortKey, stands_for: key }));
      return [{ ...row, key, name, stands_for: null }, ...short];
    }),
  );
  if (rows.length === 0) return;
  await conn.query(
    `INSERT INTO topic_mention (article_id, publisher_id, language, key, name, kind, weight, stands_for, published_at)
     SELECT r.article_id, r.publisher_id, $2, r.key, r.name, r.kind, r.weight, r.stands_for, r.published_at
     FROM json_to_recordset($1::json) AS r(article_id int, publisher_id int, key text, name text, kind text, weight float8,
       stands_for text, published_at timestamptz)
     ON CONFLICT DO NOTHING`,
    [toJsonRows(rows), language],
  );
}

/** Forgets names that were said before the window. @returns how many */
export async function dropOldMentions(before: Date, conn: Sql = sql): Promise<number> {
  return (await conn.query("DELETE FROM topic_mention WHERE published_at < $1", [before])).rowCount ?? 0;
}
