import type { PublisherMark } from "@/lib/feeds/publisher-mark";
import { type Conn, db } from "@/lib/platform/db";

/** The titles of these articles, the most read first; at most 14. */
export function listTitlesOf(articleIds: readonly number[], conn: Conn = db): Promise<PublisherMark[]> {
  return conn.$queryRaw<PublisherMark[]>`
    SELECT p.slug, p.name, p.initials, p.colour, p.is_sample AS "isSample"
    FROM article a JOIN publisher p ON p.id = a.publisher_id AND p.is_active
    WHERE a.id = ANY(${[...articleIds]}::int[]) GROUP BY p.id ORDER BY count(*) DESC, p.slug LIMIT 14`;
}
