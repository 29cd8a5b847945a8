import type { MuteFacts } from "@/lib/entitlements/mute-types";
import { type Conn, db } from "@/lib/platform/db";

/** Who wrote an article and what it is about, by id. */
export type MuteTies = Pick<MuteFacts, "authorIds" | "topicIds">;

/** The authors and topics of these articles, by primary keys; only asked where a reader has muted such. */
export async function listMuteTies(articleIds: readonly number[], conn: Conn = db): Promise<Map<number, MuteTies>> {
  const rows = await conn.$queryRaw<(MuteTies & { id: number })[]>`
    SELECT wanted.id, ARRAY(SELECT aa.author_id FROM article_author aa WHERE aa.article_id = wanted.id) AS "authorIds",
      ARRAY(SELECT at.topic_id FROM article_topic at WHERE at.article_id = wanted.id AND at.weight > 0) AS "topicIds"
    FROM unnest(${[...articleIds]}::int[]) AS wanted(id)`;
  return new Map(rows.map(({ id, ...ties }) => [id, ties]));
}
