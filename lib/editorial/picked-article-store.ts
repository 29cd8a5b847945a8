import { urlKey } from "@/lib/articles/url-key";
import { hash32 } from "@/lib/core/hash";
import { type Conn, db } from "@/lib/platform/db";
import type { PickedArticle } from "./types";

const columns = {
  id: true,
  slug: true,
  headline: true,
  standfirst: true,
  publishedAt: true,
  storyId: true,
  takenDownAt: true,
  hiddenAt: true,
  embargoUntil: true,
  publisher: { select: { name: true, isActive: true, retiredAt: true } },
} as const;

/** What the desk has to know of these articles, by id; at most 500. */
export async function findPickedArticles(ids: readonly number[], conn: Conn = db): Promise<Map<number, PickedArticle>> {
  const rows = await conn.article.findMany({ where: { id: { in: [...new Set(ids)].slice(0, 500) } }, select: columns });
  return new Map(
    rows.map(({ publisher, ...row }) => [
      row.id,
      { ...row, publisherName: publisher.name, isTitleActive: publisher.isActive && publisher.retiredAt === null },
    ]),
  );
}

/**
 * The article that an editor means by its number, by its address in this paper or at its title's.
 *
 * @returns its id; null where we have none such
 */
export async function findMeantArticle(said: string, conn: Conn = db): Promise<number | null> {
  const text = said.trim();
  if (/^[1-9]\d{0,8}$/.test(text)) return idOf(await conn.article.findUnique({ where: { id: Number(text) }, select: { id: true } }));
  const slug = /(?:^|\/)article\/([\w.~%-]+)/.exec(text)?.[1];
  const ours = slug ? await conn.article.findUnique({ where: { slug: decodeSlug(slug) }, select: { id: true } }) : null;
  const key = ours ? null : urlKey(text);
  if (key === null) return idOf(ours);
  const rows = await conn.$queryRaw<{ id: number }[]>`
    SELECT a.id FROM publisher p JOIN article a ON a.publisher_id = p.id AND a.url_hash = ${hash32(key)} LIMIT 1`;
  return idOf(rows[0] ?? null);
}

const idOf = (found: { id: number } | null): number | null => found?.id ?? null;

function decodeSlug(slug: string): string {
  try {
    return decodeURIComponent(slug);
  } catch {
    return slug;
  }
}
