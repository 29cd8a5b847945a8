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
