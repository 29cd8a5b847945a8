import { encodeSafeHtml } from "@/lib/core/safe-html";
import { type Sql, sql } from "@/lib/platform/sql";
import { insertBodies } from "./body-store";
import type { Enrichment, ThinArticle } from "./enrich-article";
import { addMissingPictures } from "./picture-store";

export type WantedArticle = ThinArticle & { id: number; url: string };

/**
 * The article whose text is wanted from its page, if it still is, and its publisher's contract still lets us.
 *
 * @returns null where it has been settled already, or is not ours to fetch
 */
export async function findWantedArticle(articleId: number, conn: Sql = sql): Promise<WantedArticle | null> {
  const { rows } = await conn.query<Omit<WantedArticle, "lead"> & { leadHash: string | null; leadCaption: string | null }>(
    `SELECT a.id, a.url, a.headline, a.standfirst, a.lead_in AS "leadIn", a.language, p.licence, p.wall,
       a.lead_media_hash AS "leadHash", ap.caption AS "leadCaption"
     FROM article a JOIN publisher p ON p.id = a.publisher_id
     LEFT JOIN article_picture ap ON ap.article_id = a.id AND ap.position = 0
     WHERE a.id = $1 AND a.enrich_state = 'wanted' AND NOT a.has_body AND p.full_text AND p.is_active AND p.licence = 'partner' AND a.taken_down_at IS NULL`,
    [articleId],
  );
  const row = rows[0];
  if (!row) return null;
  const { leadHash, leadCaption, ...article } = row;
  return { ...article, lead: leadHash === null ? null : { hash: leadHash, caption: leadCaption ?? "" } };
}

export type PageText = Enrichment & { bodyMedia: readonly { hash: string; sourceUrl: string }[] };

/**
 * Keeps the text of an article's page: body, lead-in, length, access, pictures. The fingerprint stays that of the feed's
 * words, so that the feed's next copy finds them unchanged and takes nothing back; headline and standfirst are not
 * touched, so there is no version to keep.
 *
 * @param conn a transaction
 * @returns false where another settled the article meanwhile; nothing is written then
 */
export async function storePageText(
  articleId: number,
  text: PageText,
  options: { now: Date; sanitizerVersion: number },
  conn: Sql,
): Promise<boolean> {
  const { rowCount } = await conn.query(
    `UPDATE article SET enrich_state = 'done', enriched_at = $2, has_body = true, lead_in = $3, word_count = $4, access = $5::"Wall"
     WHERE id = $1 AND enrich_state = 'wanted' AND NOT has_body AND taken_down_at IS NULL`,
    [articleId, options.now, text.leadIn, text.wordCount, text.access],
  );
  if (rowCount !== 1) return false;
  await insertBodies([{ id: articleId, draft: { body: encodeSafeHtml(text.html) } }], options.sanitizerVersion, conn);
  await addMissingPictures([{ id: articleId, draft: text }], conn);
  return true;
}

/** Records that an article's page gives no text: `refused` for good, `failed` where it could not be had. */
export async function settleWithoutText(articleId: number, state: "refused" | "failed", now: Date, conn: Sql = sql): Promise<void> {
  await conn.query("UPDATE article SET enrich_state = $2::enrich_state, enriched_at = $3 WHERE id = $1 AND enrich_state = 'wanted'", [
    articleId,
    state,
    now,
  ]);
}
