import type { CardRow } from "@/lib/articles/card-row";
import { listCardsByIds } from "@/lib/articles/card-store";
import type { CardCursor } from "@/lib/articles/cursor";
import { type Conn, db } from "@/lib/platform/db";
import { Prisma } from "@/prisma/generated/client";

/** Nobody saves more than this for later; it bounds an account's rows. */
const savedMax = 10_000;

/** What is shown of a saved article: its card, or that it is no longer in the paper. */
export type SavedRow = { articleId: number; savedAt: Date; row: CardRow | null };

/** Saves an article for later, or no longer. @returns false where there is no such article, or too many are saved */
export async function setSaved(
  { userId, slug, isOn }: { userId: string; slug: string; isOn: boolean },
  now: Date,
  conn: Conn = db,
): Promise<boolean> {
  if (!isOn) {
    await conn.$executeRaw`
      DELETE FROM saved_article WHERE user_id = ${userId} AND article_id = (SELECT id FROM article WHERE slug = ${slug})`;
    return true;
  }
  const kept = await conn.$executeRaw`
    INSERT INTO saved_article (user_id, article_id, saved_at)
    SELECT ${userId}, a.id, ${now} FROM article a JOIN publisher p ON p.id = a.publisher_id AND p.is_active
    WHERE a.slug = ${slug} AND a.taken_down_at IS NULL AND (SELECT count(*) FROM saved_article WHERE user_id = ${userId}) < ${savedMax}
    ON CONFLICT (user_id, article_id) DO UPDATE SET user_id = excluded.user_id`;
  return kept > 0;
}

/** Takes an article that is no longer in the paper from the list: it has no address to be named by. */
export async function removeSaved(userId: string, articleId: number, conn: Conn = db): Promise<void> {
  await conn.savedArticle.deleteMany({ where: { userId, articleId } });
}

/** What a reader saved, the latest first; what is no longer in the paper too. Order: savedAt desc, articleId desc. */
export async function listSaved(userId: string, before: CardCursor | null, take: number, conn: Conn = db): Promise<SavedRow[]> {
  const older = before ? Prisma.sql`AND (saved_at, article_id) < (${new Date(before.publishedAtMs)}, ${before.id})` : Prisma.empty;
  const saved = await conn.$queryRaw<Omit<SavedRow, "row">[]>`
    SELECT article_id AS "articleId", saved_at AS "savedAt" FROM saved_article WHERE user_id = ${userId} ${older}
    ORDER BY saved_at DESC, article_id DESC LIMIT ${take}`;
  const rows = await listCardsByIds(
    saved.map(({ articleId }) => articleId),
    conn,
  );
  const cards = new Map(rows.map((row) => [row.id, row]));
  return saved.map((each) => ({ ...each, row: cards.get(each.articleId) ?? null }));
}
