import type { SafeHtml, SafeHtmlBytes } from "@/lib/core/safe-html";
import type { ReadGrant } from "@/lib/entitlements/may-read";
import { type Conn, db, type Tx } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";
import type { Sql } from "@/lib/platform/sql";
import { bodyKey, bodyProof } from "./body-proof";
import { htmlParagraphs } from "./html-paragraphs";

/**
 * Reads the licensed text of one article, the only read of `article_body` for a reader anywhere, through the function that wants the
 * grant proven: the web's database user may not select the table.
 *
 * @param grant `mayRead`'s answer for this viewer and article; it names the article
 * @returns sanitised HTML, or null where we hold no text
 */
export async function readBody(grant: ReadGrant, conn: Conn = db): Promise<SafeHtml | null> {
  // Plain SQL: on the hottest read of a member's page the query builder costs more than the query.
  const proof = bodyProof(installKey(), grant.articleId);
  const rows = await conn.$queryRaw<{ html: SafeHtml | null }[]>`SELECT read_article_body(${grant.articleId}::int, ${proof}) AS html`;
  return rows[0]?.html ?? null;
}

let key: string | undefined;

function installKey(): string {
  const secret = env().AUTH_SECRET;
  if (!secret) throw new Error("AUTH_SECRET is not set: without it no grant can be proven. `npm start` sets it.");
  key ??= bodyKey(secret);
  return key;
}

/**
 * The running texts of these articles, paragraphs parted by line breaks, for the worker to compare them; the web's
 * database user may not select the table. Nothing of what it returns may be stored or shown in words.
 *
 * @returns by article; those without a text are left out
 */
export async function readPlainTexts(articleIds: readonly number[], conn: Conn = db): Promise<Map<number, string>> {
  if (articleIds.length === 0) return new Map();
  const rows = await conn.$queryRaw<{ id: number; html: SafeHtml }[]>`
    SELECT article_id AS id, html FROM article_body WHERE article_id = ANY(${[...articleIds]}::int[])`;
  return new Map(rows.map(({ id, html }) => [id, htmlParagraphs(html).join("\n")]));
}

/** Which of these pictures (by hash) any kept text shows. Reads every text: for the worker, on rare days. */
export async function findShownInTexts(mediaHashes: readonly string[], conn: Conn = db): Promise<string[]> {
  const rows = await conn.$queryRaw<{ hash: string }[]>`
    SELECT w.hash FROM unnest(${[...mediaHashes]}::text[]) AS w(hash)
    WHERE EXISTS (SELECT 1 FROM article_body b WHERE b.html LIKE '%/media/' || w.hash || '%')`;
  return rows.map(({ hash }) => hash);
}

/** Writes the texts of these drafts, as far as they have any, replacing those already kept. */
export async function insertBodies(
  stored: readonly { id: number; draft: { body: SafeHtmlBytes | null } }[],
  sanitizerVersion: number,
  conn: Sql,
): Promise<void> {
  const ids: number[] = [];
  const bodies: SafeHtmlBytes[] = [];
  const starts: number[] = [];
  let start = 1;
  for (const { id, draft } of stored) {
    if (draft.body === null) continue;
    ids.push(id);
    bodies.push(draft.body);
    starts.push(start);
    start += draft.body.byteLength;
  }
  if (ids.length === 0) return;
  // One binary parameter, cut apart by Postgres: as JSON each text would be quoted here and read again there.
  await conn.query(
    `/* keep texts */ INSERT INTO article_body (article_id, html, sanitizer_version)
     SELECT r.id, convert_from(substring($1::bytea FROM r.start FOR r.length), 'UTF8'), $5
     FROM unnest($2::int[], $3::int[], $4::int[]) AS r(id, start, length)
     ON CONFLICT (article_id) DO UPDATE SET html = excluded.html, sanitizer_version = excluded.sanitizer_version`,
    [Buffer.concat(bodies), ids, starts, bodies.map((body) => body.byteLength), sanitizerVersion],
  );
}

/** Removes the kept text of articles whose licence or feed no longer carries one. */
export async function deleteBodies(articleIds: readonly number[], tx: Tx): Promise<void> {
  if (articleIds.length === 0) return;
  await tx.articleBody.deleteMany({ where: { articleId: { in: [...articleIds] } } });
}
