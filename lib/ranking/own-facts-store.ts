import { type Conn, db } from "@/lib/platform/db";

/** Read stories are looked for among so many of the last reads. */
const readsMax = 2_000;

/** What only the reader knows of stories: which they have read any article of, and how often a card of each was passed over. */
export type OwnFacts = { read: number[]; shownIds: number[]; shown: number[] };

/**
 * What a reader has had of stories; a read article without a story is its own id, less than 0. One statement, whose cost follows
 * what this reader has read.
 *
 * @param storyIds of which the passing over is asked
 */
export async function findOwnFacts(userId: string, storyIds: readonly number[], conn: Conn = db): Promise<OwnFacts> {
  const rows = await conn.$queryRaw<OwnFacts[]>`/* keep ownfacts */
    SELECT ARRAY(SELECT DISTINCT COALESCE(a.story_id, -a.id) FROM (SELECT r.article_id, r.read_at FROM article_read r WHERE r.user_id = ${userId}
        ORDER BY r.last_at DESC, r.article_id DESC LIMIT ${readsMax}) r JOIN article a ON a.id = r.article_id WHERE r.read_at IS NOT NULL) AS read,
      i.ids AS "shownIds", i.shown FROM (SELECT COALESCE(array_agg(story_id ORDER BY story_id), '{}') AS ids,
        COALESCE(array_agg(shown ORDER BY story_id), '{}') AS shown
      FROM impression WHERE user_id = ${userId} AND story_id = ANY(${[...storyIds]}::int[])) i`;
  return rows[0] ?? { read: [], shownIds: [], shown: [] };
}
