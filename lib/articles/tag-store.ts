import { type Conn, db } from "@/lib/platform/db";

/** The slugs of what each article stands on: its section, publisher, authors and topics. At most 2,000. */
export function listArticlePlaces(
  ids: readonly number[],
  conn: Conn = db,
): Promise<{ id: number; section: string; storyId: number | null; publisherSlug: string; authorSlugs: string[]; topicSlugs: string[] }[]> {
  return conn.$queryRaw`
    SELECT a.id, a.section, a.story_id AS "storyId", p.slug AS "publisherSlug",
      ARRAY(SELECT u.slug FROM article_author aa JOIN author u ON u.id = aa.author_id WHERE aa.article_id = a.id) AS "authorSlugs",
      ARRAY(SELECT t.slug FROM article_topic at JOIN topic t ON t.id = at.topic_id WHERE at.article_id = a.id) AS "topicSlugs"
    FROM article a JOIN publisher p ON p.id = a.publisher_id WHERE a.id = ANY(${[...ids]}::int[]) ORDER BY a.id LIMIT 2000`;
}
