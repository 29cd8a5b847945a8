import type { CardRow } from "@/lib/articles/card-row";
import { listCardsByIds } from "@/lib/articles/card-store";
import type { CardCursor } from "@/lib/articles/cursor";
import { type Conn, db, inTransaction } from "@/lib/platform/db";
import { Prisma } from "@/prisma/generated/client";
import { touchReader } from "./settings-store";

/** One article of a reader's history; `row` is null where it is no longer in the paper. */
export type HistoryRow = {
  articleId: number;
  lastAt: Date;
  readAt: Date | null;
  depth: number;
  activeSec: number;
  readBy: "reading" | "marked";
  row: CardRow | null;
};

/** What a reader opened or marked as read, the latest first. Order: lastAt desc, articleId desc. */
export async function listHistory(userId: string, before: CardCursor | null, take: number, conn: Conn = db): Promise<HistoryRow[]> {
  const older = before ? Prisma.sql`AND (last_at, article_id) < (${new Date(before.publishedAtMs)}, ${before.id})` : Prisma.empty;
  const read = await conn.$queryRaw<Omit<HistoryRow, "row">[]>`
    SELECT article_id AS "articleId", last_at AS "lastAt", read_at AS "readAt", depth::int AS depth, active_sec AS "activeSec",
      read_by AS "readBy"
    FROM article_read WHERE user_id = ${userId} ${older} ORDER BY last_at DESC, article_id DESC LIMIT ${take}`;
  const rows = await listCardsByIds(
    read.map(({ articleId }) => articleId),
    conn,
  );
  const cards = new Map(rows.map((row) => [row.id, row]));
  return read.map((each) => ({ ...each, row: cards.get(each.articleId) ?? null }));
}

/** Forgets that a reader had an article before them: its read mark and its place go with it. */
export async function forgetRead(userId: string, articleId: number, conn: Conn = db): Promise<void> {
  await conn.articleRead.deleteMany({ where: { userId, articleId } });
}

/** Forgets everything that a reader read, and what they passed over. */
export function clearHistory(userId: string, now: Date): Promise<void> {
  return inTransaction(async (tx) => {
    await tx.articleRead.deleteMany({ where: { userId } });
    await tx.impression.deleteMany({ where: { userId } });
    await touchReader(userId, now, tx);
  });
}
