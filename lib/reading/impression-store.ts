import { type Conn, db } from "@/lib/platform/db";

/** A story that was passed over this often is passed over; no more is counted. */
const shownMax = 1_000;

/**
 * Counts one page view for the story of each of these articles, save those of which the reader has opened any article:
 * what was opened was not passed over. Nothing is counted for a reader who keeps no history.
 *
 * @param articleIds at most 60
 */
export async function countSeen(userId: string, articleIds: readonly number[], now: Date, conn: Conn = db): Promise<void> {
  await conn.$executeRaw`
    INSERT INTO impression (user_id, story_id, shown, last_at)
    SELECT DISTINCT ${userId}, a.story_id, 1, ${now}::timestamptz FROM article a
    WHERE a.id = ANY(${[...articleIds]}::int[]) AND a.story_id IS NOT NULL
      AND NOT EXISTS (SELECT FROM reader_settings s WHERE s.user_id = ${userId} AND NOT s.keeps_history)
      AND NOT EXISTS (SELECT FROM article o JOIN article_read r ON r.user_id = ${userId} AND r.article_id = o.id
        WHERE o.story_id = a.story_id)
    ON CONFLICT (user_id, story_id) DO UPDATE SET shown = least(${shownMax}, impression.shown + 1), last_at = excluded.last_at`;
}

/** Forgets that the story of an article was passed over, once it is opened. */
export async function forgetSeen(userId: string, articleId: number, conn: Conn = db): Promise<void> {
  await conn.$executeRaw`
    DELETE FROM impression WHERE user_id = ${userId} AND story_id = (SELECT story_id FROM article WHERE id = ${articleId})`;
}
