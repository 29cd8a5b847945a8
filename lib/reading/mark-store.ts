import { type Conn, db, inTransaction } from "@/lib/platform/db";
import { markedMax } from "./read-types";

/** How a card stands with one reader. */
export type CardState = { articleId: number; isRead: boolean; isChanged: boolean; isSaved: boolean };

/**
 * How cards stand with a reader: a story counts as read once any of its articles was, whichever of them the card shows,
 * and as changed when an article that was read has been revised in more than its typography since, unless something of
 * the story was read after that. One query for a whole list: the planner goes either by the stories' articles or by
 * what the reader has read, whichever is less.
 *
 * @param articleIds at most 100
 * @returns those only of which there is anything to say
 */
export async function listCardStates(userId: string, articleIds: readonly number[], conn: Conn = db): Promise<CardState[]> {
  return conn.$queryRaw<CardState[]>`/* keep cardstates */
    WITH card AS (SELECT a.id, a.story_id FROM article a WHERE a.id = ANY(${articleIds.slice(0, markedMax)}::int[])),
    told AS (SELECT c.story_id, r.article_id, r.revision_count, r.read_at, o.revision_count AS versions
      FROM (SELECT DISTINCT story_id FROM card WHERE story_id IS NOT NULL) c
      JOIN article o ON o.story_id = c.story_id
      JOIN article_read r ON r.user_id = ${userId} AND r.article_id = o.id AND r.read_at IS NOT NULL
      UNION ALL SELECT NULL, r.article_id, r.revision_count, r.read_at, o.revision_count
      FROM card c JOIN article o ON o.id = c.id
      JOIN article_read r ON r.user_id = ${userId} AND r.article_id = c.id AND r.read_at IS NOT NULL WHERE c.story_id IS NULL),
    reopened AS (SELECT t.story_id, t.article_id FROM told t WHERE t.versions > t.revision_count AND EXISTS (
      SELECT FROM revision v WHERE v.article_id = t.article_id AND v.number > t.revision_count AND v.kind = 'material'
        AND NOT EXISTS (SELECT FROM told n WHERE n.story_id = t.story_id AND n.article_id <> t.article_id AND n.read_at >= v.seen_at)))
    SELECT * FROM (SELECT c.id AS "articleId",
        EXISTS (SELECT FROM told t WHERE t.story_id = c.story_id OR t.article_id = c.id) AS "isRead",
        EXISTS (SELECT FROM reopened t WHERE t.story_id = c.story_id OR t.article_id = c.id) AS "isChanged",
        EXISTS (SELECT FROM saved_article s WHERE s.user_id = ${userId} AND s.article_id = c.id) AS "isSaved"
      FROM card c) state WHERE "isRead" OR "isSaved"`;
}

/**
 * Marks articles as read, and so their stories. Rows that are new, and what the others said before, are told apart by
 * `batch`, so that {@link undoMarking} puts back exactly what was.
 *
 * @param articleIds at most 100; ids of no article, and of withdrawn ones, are left out
 * @returns how many rows were written
 */
export function markRead(
  { userId, articleIds, batch }: { userId: string; articleIds: readonly number[]; batch: string },
  now: Date,
  conn: Conn = db,
): Promise<number> {
  return conn.$executeRaw`
    INSERT INTO article_read AS r (user_id, article_id, revision_count, read_at, opened_at, last_at, read_by, batch)
    SELECT ${userId}, a.id, a.revision_count, ${now}::timestamptz, ${now}::timestamptz, ${now}::timestamptz, 'marked', ${batch}
    FROM article a WHERE a.id = ANY(${articleIds.slice(0, markedMax)}::int[]) AND a.taken_down_at IS NULL
    ORDER BY a.id
    ON CONFLICT (user_id, article_id) DO UPDATE SET read_at = excluded.read_at, revision_count = excluded.revision_count,
      read_by = CASE WHEN r.read_at IS NULL THEN 'marked' ELSE r.read_by END, batch = excluded.batch, before_mark = jsonb_build_object('revisionCount', r.revision_count, 'readAt', r.read_at,
        'readBy', r.read_by, 'batch', r.batch, 'beforeMark', r.before_mark)
    WHERE r.read_at IS NULL OR EXISTS (SELECT FROM revision v
      WHERE v.article_id = r.article_id AND v.number > r.revision_count AND v.kind = 'material')`;
}

/**
 * Takes one act of marking back: what it made goes, save where the article was opened since, and what was there before
 * says again what it said. Whatever was read through since belongs to no act any more and stays.
 */
export function undoMarking(userId: string, batch: string): Promise<void> {
  return inTransaction(async (tx) => {
    // What marking made and nobody opened since still says that it was opened when it was marked.
    await tx.$executeRaw`
      DELETE FROM article_read WHERE user_id = ${userId} AND batch = ${batch} AND before_mark IS NULL AND opened_at = read_at`;
    await tx.$executeRaw`
      UPDATE article_read SET read_at = (before_mark->>'readAt')::timestamptz, read_by = coalesce(before_mark->>'readBy', 'reading'),
        revision_count = coalesce((before_mark->>'revisionCount')::int, revision_count), batch = before_mark->>'batch',
        before_mark = nullif(before_mark->'beforeMark', 'null'::jsonb)
      WHERE user_id = ${userId} AND batch = ${batch}`;
  });
}
