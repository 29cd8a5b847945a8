import type { Tx } from "@/lib/platform/db";
import { toJsonRows } from "@/lib/platform/sql";

/** A story to open and the articles it opens with. */
export type OpenedStory = { id: number; articleIds: readonly number[] };

/** What an article is told about its story. */
export type PlacedArticle = {
  id: number;
  storyId: number;
  /** Null leaves score, copy, terms and signature as they are: the article was only moved. */
  verdict: {
    score: number | null;
    copyOfId: number | null;
    terms: readonly string[];
    weights: readonly number[];
    signature: Uint8Array | null;
  } | null;
};

/** Makes stories, named after their first articles; where another story has that slug already, with the number behind it. */
export async function openStories(stories: readonly OpenedStory[], language: string, tx: Tx): Promise<void> {
  if (stories.length === 0) return;
  const rows = stories.flatMap(({ id, articleIds }) => articleIds.map((articleId) => ({ id, articleId })));
  await tx.$executeRaw`
    INSERT INTO story (id, slug, lead_article_id, first_article_id, headline_article_id, language, section, first_at, last_at, terms, names)
    SELECT DISTINCT ON (r.id) r.id, CASE WHEN EXISTS (SELECT 1 FROM story s WHERE s.slug = a.slug) THEN a.slug || '-' || r.id ELSE a.slug END,
      a.id, a.id, a.id, ${language}, a.section, a.published_at, a.published_at, '{}', '{}'
    FROM json_to_recordset(${toJsonRows(rows)}::json) AS r(id int, "articleId" int) JOIN article a ON a.id = r."articleId"
    ORDER BY r.id, a.published_at, a.url_hash, a.id`;
}

/** Writes where articles stand, numbering the assignments after `seq` in their order. @returns the last number given */
export async function placeArticles(articles: readonly PlacedArticle[], seq: number, tx: Tx): Promise<number> {
  if (articles.length === 0) return seq;
  const judged = articles.flatMap(({ id, storyId, verdict }, index) => (verdict ? [{ id, storyId, verdict, seq: seq + index + 1 }] : []));
  const moved = articles.flatMap(({ id, storyId, verdict }, index) => (verdict ? [] : [{ id, storyId, seq: seq + index + 1 }]));
  if (judged.length > 0) {
    const rows = judged.map(({ id, storyId, verdict, seq: number }) => ({ id, storyId, seq: number, ...toColumns(verdict) }));
    await tx.$executeRaw`
      UPDATE article a SET story_id = r."storyId", story_seq = r.seq, story_score = r.score, copy_of_id = r."copyOfId",
        terms = ARRAY(SELECT json_array_elements_text(r.terms)), term_weights = ARRAY(SELECT json_array_elements_text(r.weights)::smallint),
        signature = decode(r.signature, 'hex')
      FROM json_to_recordset(${toJsonRows(rows)}::json)
        AS r(id int, "storyId" int, seq int, score float8, "copyOfId" int, terms json, weights json, signature text)
      WHERE a.id = r.id`;
  }
  if (moved.length > 0) {
    await tx.$executeRaw`
      UPDATE article a SET story_id = r."storyId", story_seq = r.seq
      FROM json_to_recordset(${toJsonRows(moved)}::json) AS r(id int, "storyId" int, seq int) WHERE a.id = r.id`;
  }
  return seq + articles.length;
}

const toColumns = ({ score, copyOfId, terms, weights, signature }: NonNullable<PlacedArticle["verdict"]>) => ({
  score,
  copyOfId,
  terms,
  weights,
  signature: signature === null ? null : Buffer.from(signature).toString("hex"),
});

/** Leads emptied stories on to those that absorbed them, with what led to them before and what editors said of them. */
export async function absorbStories(absorbed: readonly { from: number; into: number }[], now: Date, tx: Tx): Promise<void> {
  if (absorbed.length === 0) return;
  const from = absorbed.map((each) => each.from);
  const into = absorbed.map((each) => each.into);
  await tx.$executeRaw`
    UPDATE story s SET merged_into_id = r.into_id, alternates = NULL
    FROM unnest(${from}::int[], ${into}::int[]) AS r(from_id, into_id)
    WHERE s.id = r.from_id OR s.merged_into_id = r.from_id`;
  await tx.$executeRaw`
    UPDATE held_article h SET story_id = r.into_id FROM unnest(${from}::int[], ${into}::int[]) AS r(from_id, into_id)
    WHERE h.story_id = r.from_id`;
  await tx.$executeRaw`
    INSERT INTO story_apart (first_id, second_id, said_at)
    SELECT DISTINCT least(r.into_id, o.other), greatest(r.into_id, o.other), ${now}::timestamptz
    FROM unnest(${from}::int[], ${into}::int[]) AS r(from_id, into_id)
    CROSS JOIN LATERAL (SELECT CASE WHEN first_id = r.from_id THEN second_id ELSE first_id END AS other FROM story_apart
      WHERE first_id = r.from_id OR second_id = r.from_id) o
    WHERE o.other <> r.into_id ON CONFLICT DO NOTHING`;
  await tx.$executeRaw`DELETE FROM story_link WHERE from_id = ANY(${from}::int[]) OR to_id = ANY(${from}::int[])`;
  await tx.$executeRaw`DELETE FROM top_place WHERE story_id = ANY(${from}::int[])`;
}
