import { type Conn, db } from "@/lib/platform/db";

/** The slugs of what each article stands on: its section, publisher and authors. At most 2,000. */
export function listArticlePlaces(
  ids: readonly number[],
  conn: Conn = db,
): Promise<{ id: number; section: string; publisherSlug: string; authorSlugs: string[] }[]> {
  return conn.$queryRaw`
    SELECT a.id, a.section, p.slug AS "publisherSlug",
      ARRAY(SELECT u.slug FROM article_author aa JOIN author u ON u.id = aa.author_id WHERE aa.article_id = a.id) AS "authorSlugs"
    FROM article a JOIN publisher p ON p.id = a.publisher_id WHERE a.id = ANY(${[...ids]}::int[]) ORDER BY a.id LIMIT 2000`;
}
