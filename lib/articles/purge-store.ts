import { type Conn, db } from "@/lib/platform/db";
import { findShownInTexts } from "./body-store";

/**
 * Forgets the pictures of a withdrawn article that nothing else shows: neither another article, nor a text, nor a title's
 * mark. Reads every text once: withdrawing is rare, and a picture lost to another article would be worse.
 *
 * @returns the content hashes (32 hex digits) whose files no picture needs any more
 */
export async function forgetWithdrawnPictures(articleId: number, conn: Conn = db): Promise<string[]> {
  const gone = await conn.$queryRaw<{ hash: string }[]>`
    DELETE FROM article_picture p USING article a WHERE p.article_id = ${articleId} AND a.id = p.article_id AND a.taken_down_at IS NOT NULL
    RETURNING p.media_hash AS hash`;
  const hashes = [...new Set(gone.map(({ hash }) => hash))];
  if (hashes.length === 0) return [];
  const inTexts = await findShownInTexts(hashes, conn);
  const forgotten = await conn.$queryRaw<{ contentHash: string | null }[]>`
    DELETE FROM media m WHERE m.hash = ANY(${hashes}::text[]) AND m.hash <> ALL(${inTexts}::text[])
      AND NOT EXISTS (SELECT 1 FROM article_picture p WHERE p.media_hash = m.hash)
      AND NOT EXISTS (SELECT 1 FROM article a WHERE a.lead_media_hash = m.hash)
      AND NOT EXISTS (SELECT 1 FROM publisher l WHERE l.logo_hash = m.hash)
    RETURNING m.content_hash AS "contentHash"`;
  const contents = [...new Set(forgotten.flatMap(({ contentHash }) => contentHash ?? []))];
  const kept = await conn.media.findMany({ where: { contentHash: { in: contents } }, select: { contentHash: true }, take: 1_000 });
  const needed = new Set(kept.map(({ contentHash }) => contentHash));
  return contents.filter((each) => !needed.has(each));
}
