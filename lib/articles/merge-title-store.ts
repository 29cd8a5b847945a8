import type { Sql } from "@/lib/platform/sql";

type Move = { fromId: number; intoId: number; afterId: number; take: number };

/**
 * Gives the next articles of one title to another. One that the other has already, by its identity or its address, stays
 * where it is.
 *
 * @returns the last id looked at, null when there is no more, and the articles that moved
 */
export async function moveArticles(move: Move, conn: Sql): Promise<{ lastId: number | null; movedIds: number[] }> {
  const { rows } = await conn.query<{ id: number; moved: boolean }>(
    `WITH next AS (SELECT id, guid_hash, url_hash FROM article WHERE publisher_id = $1 AND id > $3 ORDER BY id LIMIT $4),
     moved AS (UPDATE article a SET publisher_id = $2 FROM next n WHERE a.id = n.id
       AND NOT EXISTS (SELECT FROM article x WHERE x.publisher_id = $2 AND x.guid_hash = n.guid_hash)
       AND NOT EXISTS (SELECT FROM article x WHERE x.publisher_id = $2 AND x.url_hash = n.url_hash) RETURNING a.id)
     SELECT next.id, moved.id IS NOT NULL AS moved FROM next LEFT JOIN moved USING (id) ORDER BY next.id`,
    [move.fromId, move.intoId, move.afterId, move.take],
  );
  const lastId = rows.length < move.take ? null : (rows.at(-1)?.id ?? null);
  return { lastId, movedIds: rows.filter((row) => row.moved).map((row) => row.id) };
}
