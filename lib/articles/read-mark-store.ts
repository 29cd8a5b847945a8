import { type Conn, db } from "@/lib/platform/db";

/** The version an account had before it, and when. */
export type ReadMark = { revisionCount: number; readAt: Date };

/** Keeps that an account read this version of an article; a later reading replaces an earlier one. */
export async function keepReadMark(mark: ReadMark & { userId: string; articleId: number }, conn: Conn = db): Promise<void> {
  await conn.$executeRaw`
    INSERT INTO article_read (user_id, article_id, revision_count, read_at)
    VALUES (${mark.userId}, ${mark.articleId}, ${mark.revisionCount}, ${mark.readAt})
    ON CONFLICT (user_id, article_id) DO UPDATE SET revision_count = excluded.revision_count, read_at = excluded.read_at`;
}

/** The version that an account read last; null for none. */
export async function findReadMark(userId: string, articleId: number, conn: Conn = db): Promise<ReadMark | null> {
  const rows = await conn.$queryRaw<ReadMark[]>`
    SELECT revision_count AS "revisionCount", read_at AS "readAt" FROM article_read
    WHERE user_id = ${userId} AND article_id = ${articleId}`;
  return rows[0] ?? null;
}
