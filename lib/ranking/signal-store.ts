import { type Conn, db } from "@/lib/platform/db";
import type { Act } from "./to-signal";

/** A span of time, its beginning excluded. */
export type Span = { after: Date; until: Date };

/** So many readers are learnt from at a time; the rest come with the next minute. */
const readersMax = 500;
/** So many acts of one reader are learnt from at a time. */
export const actsMax = 200;

/**
 * Readers who did something in this span that has not been learnt from. Order: whoever has waited longest; at most 500.
 * By the tables' indexes of time: its cost follows what was done, not how many readers there are.
 */
export async function listDueReaders({ after, until }: Span, conn: Conn = db): Promise<string[]> {
  const rows = await conn.$queryRaw<{ userId: string }[]>`
    SELECT d.user_id AS "userId" FROM (
      SELECT user_id, max(at) AS at FROM (
        SELECT user_id, last_at AS at FROM article_read WHERE last_at > ${after} AND last_at <= ${until}
        UNION ALL SELECT user_id, saved_at FROM saved_article WHERE saved_at > ${after} AND saved_at <= ${until}
        UNION ALL SELECT user_id, followed_at FROM follow WHERE followed_at > ${after} AND followed_at <= ${until}) done GROUP BY user_id) d
    LEFT JOIN reader_settings s ON s.user_id = d.user_id
    WHERE s.learned_until IS NULL OR s.learned_until < d.at
    ORDER BY s.learned_until NULLS FIRST, d.user_id LIMIT ${readersMax}`;
  return rows.map((row) => row.userId);
}

/**
 * What a reader did in this span: reading, saves, follows, and cards that were passed over again and again. What was
 * only marked as read with a list says nothing. Order: oldest first; at most {@link actsMax}.
 */
export function listActs(userId: string, { after, until }: Span, conn: Conn = db): Promise<Act[]> {
  return conn.$queryRaw<Act[]>`
    SELECT act.*, a.word_count AS "wordCount", a.language FROM (
      SELECT CASE WHEN r.read_at IS NULL THEN 'opened' ELSE 'read' END AS kind, r.last_at AS at, r.article_id AS "articleId", NULL AS facet,
        r.active_sec AS "activeSec", r.depth::int AS depth
      FROM article_read r WHERE r.user_id = ${userId} AND r.last_at > ${after} AND r.last_at <= ${until} AND r.read_by <> 'marked'
      UNION ALL SELECT 'saved', saved_at, article_id, NULL, 0, 0 FROM saved_article
        WHERE user_id = ${userId} AND saved_at > ${after} AND saved_at <= ${until}
      UNION ALL SELECT 'followed', followed_at, NULL, kind || ':' || target, 0, 0 FROM follow
        WHERE user_id = ${userId} AND kind <> 'story' AND followed_at > ${after} AND followed_at <= ${until}
      UNION ALL SELECT 'skipped', i.last_at, s.lead_article_id, NULL, 0, 0 FROM impression i JOIN story s ON s.id = i.story_id
        WHERE i.user_id = ${userId} AND i.shown >= ${shownMin} AND i.last_at > ${after} AND i.last_at <= ${until} AND s.lead_article_id IS NOT NULL) act
    LEFT JOIN article a ON a.id = act."articleId"
    ORDER BY act.at, act.kind, act."articleId", act.facet LIMIT ${actsMax}`;
}

/** A card that was seen so often and not opened says something. */
const shownMin = 3;
