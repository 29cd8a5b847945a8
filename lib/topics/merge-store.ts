import type { Sql } from "@/lib/platform/sql";

/**
 * Makes one topic of two: the first's names and articles become the second's, its address leads on, and so do those that led to
 * it. An editor's word on an article goes along; where both have one, the second's stays.
 *
 * @param conn a transaction
 */
export async function mergeTopicInto(fromId: number, intoId: number, conn: Sql): Promise<void> {
  if (fromId === intoId) return;
  await conn.query("UPDATE topic_alias SET topic_id = $2 WHERE topic_id = $1", [fromId, intoId]);
  await conn.query(
    `INSERT INTO article_topic (article_id, topic_id, weight, published_at, is_decided)
     SELECT article_id, $2, weight, published_at, is_decided FROM article_topic WHERE topic_id = $1
     ON CONFLICT (article_id, topic_id) DO UPDATE
       SET weight = CASE WHEN excluded.is_decided THEN excluded.weight ELSE greatest(article_topic.weight, excluded.weight) END,
         is_decided = article_topic.is_decided OR excluded.is_decided
       WHERE NOT article_topic.is_decided`,
    [fromId, intoId],
  );
  await conn.query("DELETE FROM article_topic WHERE topic_id = $1", [fromId]);
  await conn.query("UPDATE topic SET merged_into_id = $2, article_count = 0 WHERE id = $1 OR merged_into_id = $1", [fromId, intoId]);
}
