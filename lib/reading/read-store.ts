import { type Conn, db, inTransaction } from "@/lib/platform/db";
import { forgetSeen } from "./impression-store";
import type { ReadState } from "./read-types";

type ReadKey = { userId: string; articleId: number };

/**
 * Writes what is known of an article and reader after another word from its page; a first opening also forgets that its
 * story was passed over. Nothing is written of a reader who keeps no history.
 *
 * @param merge what is known afterwards, from what was known before
 */
export function keepRead(key: ReadKey, now: Date, merge: (known: ReadState | null) => ReadState): Promise<void> {
  return inTransaction(async (tx) => {
    const held = await holdRead(key, now, tx);
    if (held === null) return;
    const { isNew, ...known } = held;
    await saveRead(key, merge(isNew ? null : known), tx);
    if (isNew) await forgetSeen(key.userId, key.articleId, tx);
  });
}

/** A row of reading held for this transaction; `isNew` where there was none. */
type HeldRead = ReadState & { isNew: boolean };

/**
 * Holds the row of an article and reader until the transaction ends, making it where there is none: pages on two devices
 * may report at once.
 *
 * @returns null where the reader keeps no history: nothing is written then
 */
async function holdRead({ userId, articleId }: ReadKey, now: Date, tx: Conn): Promise<HeldRead | null> {
  const rows = await tx.$queryRaw<HeldRead[]>`
    INSERT INTO article_read (user_id, article_id, revision_count, opened_at, last_at)
    SELECT ${userId}, ${articleId}, 0, ${now}, ${now}
    WHERE NOT EXISTS (SELECT FROM reader_settings s WHERE s.user_id = ${userId} AND NOT s.keeps_history)
    ON CONFLICT (user_id, article_id) DO UPDATE SET user_id = excluded.user_id
    RETURNING revision_count AS "revisionCount", read_at AS "readAt", opened_at AS "openedAt", last_at AS "lastAt",
      active_sec AS "activeSec", depth::int AS depth, sentence, read_by AS "readBy", batch, xmax = 0 AS "isNew"`;
  return rows[0] ?? null;
}

/** Writes what is known of an article and reader; what a marking had put aside is gone once the text was read. */
async function saveRead({ userId, articleId }: ReadKey, state: ReadState, tx: Conn): Promise<void> {
  await tx.$executeRaw`
    UPDATE article_read SET revision_count = ${state.revisionCount}, read_at = ${state.readAt}, opened_at = ${state.openedAt},
      last_at = ${state.lastAt}, active_sec = ${state.activeSec}, depth = ${state.depth}, sentence = ${state.sentence},
      read_by = ${state.readBy}, batch = ${state.batch}, before_mark = CASE WHEN ${state.batch}::text IS NULL THEN NULL ELSE before_mark END
    WHERE user_id = ${userId} AND article_id = ${articleId}`;
}

type OwnRow = { [Key in keyof ReadState]: ReadState[Key] | null } & OwnWords;

/** What a reader said of an article. */
type OwnWords = { isSaved: boolean; isTakenBack: boolean };

/** What is known of an article and reader, null for one that was never opened, and what they said of it: one query by three keys. */
export async function findOwn(userId: string, articleId: number, conn: Conn = db): Promise<{ read: ReadState | null } & OwnWords> {
  const rows = await conn.$queryRaw<OwnRow[]>`
    SELECT r.revision_count AS "revisionCount", r.read_at AS "readAt", r.opened_at AS "openedAt", r.last_at AS "lastAt",
      r.active_sec AS "activeSec", r.depth::int AS depth, r.sentence, r.read_by AS "readBy", r.batch, s.article_id IS NOT NULL AS "isSaved",
      b.article_id IS NOT NULL AS "isTakenBack"
    FROM (SELECT ${userId}::text AS user_id, ${articleId}::int AS article_id) k
    LEFT JOIN article_read r ON r.user_id = k.user_id AND r.article_id = k.article_id
    LEFT JOIN saved_article s ON s.user_id = k.user_id AND s.article_id = k.article_id
    LEFT JOIN taken_back b ON b.user_id = k.user_id AND b.article_id = k.article_id`;
  const { isSaved = false, isTakenBack = false, ...read } = rows[0] ?? {};
  return { read: isKnown(read) ? read : null, isSaved, isTakenBack };
}

const isKnown = (read: Partial<Omit<OwnRow, keyof OwnWords>>): read is ReadState => read.openedAt instanceof Date;
