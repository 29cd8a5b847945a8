import { type Conn, db } from "@/lib/platform/db";

/** An author as a page shows one. */
export type AuthorFacts = { id: number; slug: string; name: string; titles: { slug: string; name: string }[] };

/** Titles named on an author's page. */
const titlesMax = 5;

/** The author with this slug and the titles that printed them lately; null when there is none. */
export async function findAuthor(slug: string, conn: Conn = db): Promise<AuthorFacts | null> {
  const author = await conn.author.findUnique({ where: { slug }, select: { id: true, slug: true, name: true } });
  if (!author) return null;
  const titles = await conn.$queryRaw<{ slug: string; name: string }[]>`
    SELECT p.slug, p.name FROM (SELECT article_id FROM article_author WHERE author_id = ${author.id}
      ORDER BY published_at DESC, article_id DESC LIMIT 200) recent
    JOIN article a ON a.id = recent.article_id JOIN publisher p ON p.id = a.publisher_id AND p.is_active
    GROUP BY p.slug, p.name ORDER BY count(*) DESC, p.slug LIMIT ${titlesMax}`;
  return { id: author.id, slug: author.slug, name: author.name, titles };
}
