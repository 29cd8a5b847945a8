import { type Sql, sql } from "@/lib/platform/sql";

/** A topic whose page changed. */
export type TouchedTopic = { id: number; slug: string };

/** First half of the advisory lock of a language's topics; a number of our own choosing. */
const topicLock = 2_003;
/** A name that everybody writes about says half as much of an article as one that few do. */
const commonShare = 0.5;

/** One worker at a time names a language's topics: two at once would both open one for a name. @param conn a transaction */
export async function lockTopics(language: string, conn: Sql): Promise<void> {
  await conn.query("SELECT pg_advisory_xact_lock($1::int, hashtext($2))", [topicLock, language]);
}

/**
 * Ties articles to the topics that their names lead to: those of `articleIds` anew, and any that say one of `keys`. A topic weighs
 * more in an article the higher it stands there and the fewer other articles it has. What an editor decided stays.
 *
 * @returns the topics that gained or lost an article
 */
export async function tieArticles(
  { articleIds, keys, language }: { articleIds: readonly number[]; keys: readonly string[]; language: string },
  conn: Sql,
): Promise<TouchedTopic[]> {
  const { rows } = await conn.query<TouchedTopic>(
    `WITH commonest AS (SELECT greatest(2, max(article_count)) AS top FROM topic WHERE language = $3),
     said AS (
       SELECT m.article_id, t.id AS topic_id, min(m.published_at) AS published_at,
         sum(m.weight) * (1 - ${commonShare} * ln(1 + t.article_count) / ln(1 + (SELECT top FROM commonest))) AS weight
       FROM topic_mention m JOIN topic_alias ta ON ta.language = m.language AND ta.alias = m.key
       JOIN topic t ON t.id = ta.topic_id AND t.merged_into_id IS NULL
       WHERE m.language = $3 AND m.stands_for IS NULL AND (m.article_id = ANY($1::int[]) OR m.key = ANY($2::text[]))
       GROUP BY m.article_id, t.id),
     gone AS (
       DELETE FROM article_topic at WHERE at.article_id = ANY($1::int[]) AND NOT at.is_decided
         AND NOT EXISTS (SELECT 1 FROM said WHERE said.article_id = at.article_id AND said.topic_id = at.topic_id)
       RETURNING topic_id),
     tied AS (
       INSERT INTO article_topic (article_id, topic_id, weight, published_at)
       SELECT article_id, topic_id, weight, published_at FROM said ORDER BY article_id, topic_id
       ON CONFLICT (article_id, topic_id) DO UPDATE SET weight = excluded.weight, published_at = excluded.published_at
         WHERE NOT article_topic.is_decided
           AND (article_topic.weight, article_topic.published_at) IS DISTINCT FROM (excluded.weight, excluded.published_at)
       RETURNING topic_id)
     SELECT DISTINCT t.id, t.slug FROM (SELECT topic_id FROM gone UNION SELECT topic_id FROM tied) touched
     JOIN topic t ON t.id = touched.topic_id ORDER BY t.id`,
    [articleIds, keys, language],
  );
  return rows;
}

/** Counts these topics' articles of the window, and when the newest came. */
export async function recountTopics(ids: readonly number[], since: Date, conn: Sql): Promise<void> {
  await conn.query(recount("t.id = ANY($2::int[])"), [since, ids]);
}

/** Counts the articles of all topics that had any in the window. @returns how many counts changed */
export async function recountAllTopics(since: Date, conn: Sql = sql): Promise<number> {
  return (await conn.query(recount("t.article_count > 0 OR t.last_at > $1"), [since])).rowCount ?? 0;
}

/** Withdrawn articles stand in no list, so they do not count. */
const recount = (which: string): string => `
  UPDATE topic SET article_count = c.articles, last_at = COALESCE(c.last_at, topic.last_at)
  FROM (SELECT t.id, count(a.id)::int AS articles, max(a.published_at) AS last_at FROM topic t
    LEFT JOIN article_topic at ON at.topic_id = t.id AND at.weight > 0 AND at.published_at > $1
    LEFT JOIN article a ON a.id = at.article_id AND a.taken_down_at IS NULL AND a.hidden_at IS NULL WHERE ${which} GROUP BY t.id) c
  WHERE topic.id = c.id AND (topic.article_count, topic.last_at) IS DISTINCT FROM (c.articles, COALESCE(c.last_at, topic.last_at))`;
