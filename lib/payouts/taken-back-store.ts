import { type Conn, db } from "@/lib/platform/db";

/** A reader's word on an article. */
export type TakingBack = { userId: string; articleId: number; isOn: boolean };

/**
 * Says that an article was not worth it, or that it was after all. Counts for the month in which the article was
 * opened, while that is not closed.
 */
export async function setTakenBack({ userId, articleId, isOn }: TakingBack, now: Date, conn: Conn = db): Promise<void> {
  if (isOn) await conn.takenBack.createMany({ data: [{ userId, articleId, saidAt: now }], skipDuplicates: true });
  else await conn.takenBack.deleteMany({ where: { userId, articleId } });
}

/** The article that a reader speaks of; `isClosed` where they opened it first in a month that is closed. Null where there is none. */
export async function findTakeable(
  userId: string,
  slug: string,
  conn: Conn = db,
): Promise<{ articleId: number; isClosed: boolean } | null> {
  const rows = await conn.$queryRaw<{ articleId: number; isClosed: boolean }[]>`
    SELECT a.id AS "articleId", m.month IS NOT NULL AS "isClosed" FROM article a
    LEFT JOIN article_read r ON r.user_id = ${userId} AND r.article_id = a.id
    LEFT JOIN payout_month m ON m.month = to_char(r.opened_at AT TIME ZONE 'UTC', 'YYYY-MM') WHERE a.slug = ${slug}`;
  return rows[0] ?? null;
}
