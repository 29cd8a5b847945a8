import { type Sql, toJsonRows } from "@/lib/platform/sql";
import type { PictureDraft } from "./article-draft";

/** An article with the pictures that stand above its text, in their order, and those within it. */
export type PicturedArticle = {
  id: number;
  draft: { pictures: readonly PictureDraft[]; bodyMedia: readonly Pick<PictureDraft, "hash" | "sourceUrl">[] };
};

/** Registers the pictures of these articles, to be fetched later, and puts them in their order. */
export async function attachPictures(stored: readonly PicturedArticle[], conn: Sql): Promise<void> {
  await registerMedia(stored, conn);
  await placePictures(stored, conn);
}

/** Registers every picture that these articles name or their texts show: only registered ones are fetched. */
export async function registerMedia(stored: readonly PicturedArticle[], conn: Sql): Promise<void> {
  const media = new Map(
    stored.flatMap(({ draft }) => [...draft.pictures, ...draft.bodyMedia].map(({ hash, sourceUrl }) => [hash, sourceUrl] as const)),
  );
  if (media.size === 0) return;
  // Sorted, so that two transactions take the rows in one order and cannot deadlock.
  const rows = [...media].map(([hash, source_url]) => ({ hash, source_url })).sort((a, b) => (a.hash < b.hash ? -1 : 1));
  await conn.query(
    `/* keep new media */ INSERT INTO media (hash, source_url) SELECT hash, source_url FROM json_to_recordset($1::json) AS r(hash char(32), source_url text)
     ON CONFLICT DO NOTHING`,
    [toJsonRows(rows)],
  );
}

async function placePictures(stored: readonly PicturedArticle[], conn: Sql): Promise<void> {
  const places = stored.flatMap(({ id, draft }) =>
    draft.pictures.map(({ hash, caption, credit, alt }, position) => ({
      article_id: id,
      position,
      media_hash: hash,
      caption,
      credit,
      alt,
    })),
  );
  if (places.length === 0) return;
  await conn.query(
    `/* keep pictures */ INSERT INTO article_picture (article_id, position, media_hash, caption, credit, alt)
     SELECT * FROM json_to_recordset($1::json)
       AS r(article_id int, position int, media_hash char(32), caption text, credit text, alt text)
     ON CONFLICT DO NOTHING`,
    [toJsonRows(places)],
  );
}

/** Attaches pictures to articles stored without any, naming the first as their lead. */
export async function addMissingPictures(stored: readonly PicturedArticle[], conn: Sql): Promise<void> {
  if (stored.length === 0) return;
  await attachPictures(stored, conn);
  const leads = stored.flatMap(({ id, draft }) => (draft.pictures[0] ? [{ id, hash: draft.pictures[0].hash }] : []));
  if (leads.length === 0) return;
  await conn.query(
    `UPDATE article a SET lead_media_hash = r.hash FROM json_to_recordset($1::json) AS r(id int, hash char(32))
     WHERE a.id = r.id AND a.lead_media_hash IS NULL`,
    [toJsonRows(leads)],
  );
}
