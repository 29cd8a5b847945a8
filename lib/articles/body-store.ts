import type { SafeHtml } from "@/lib/core/safe-html";
import type { ReadGrant } from "@/lib/entitlements/may-read";
import { type Conn, db, type Tx } from "@/lib/platform/db";

/** A body to keep: sanitised HTML and the version of the sanitiser that wrote it. */
export type BodyDraft = { articleId: number; html: SafeHtml; sanitizerVersion: number };

/**
 * Reads the licensed text of one article: the only select on `article_body` anywhere.
 *
 * @param grant `mayRead`'s answer for this viewer and article; it names the article
 * @returns sanitised HTML, or null where we hold no text
 */
export async function readBody(grant: ReadGrant, conn: Conn = db): Promise<SafeHtml | null> {
  // Plain SQL: on the hottest read of a member's page the query builder costs more than the query.
  const rows = await conn.$queryRaw<{ html: SafeHtml }[]>`SELECT html FROM article_body WHERE article_id = ${grant.articleId}`;
  return rows[0]?.html ?? null;
}

/** Writes bodies, replacing those already kept, in one statement. */
export async function writeBodies(bodies: readonly BodyDraft[], tx: Tx): Promise<void> {
  if (bodies.length === 0) return;
  const ids = bodies.map((body) => body.articleId);
  const html = bodies.map((body) => body.html);
  const versions = bodies.map((body) => body.sanitizerVersion);
  await tx.$executeRaw`
    INSERT INTO article_body (article_id, html, sanitizer_version)
    SELECT * FROM unnest(${ids}::int[], ${html}::text[], ${versions}::int[])
    ON CONFLICT (article_id) DO UPDATE SET html = excluded.html, sanitizer_version = excluded.sanitizer_version`;
}

/** Removes the kept text of articles whose licence or feed no longer carries one. */
export async function deleteBodies(articleIds: readonly number[], tx: Tx): Promise<void> {
  if (articleIds.length === 0) return;
  await tx.articleBody.deleteMany({ where: { articleId: { in: [...articleIds] } } });
}
