import type { Sql } from "@/lib/platform/sql";
import type { ArticleDraft } from "./article-draft";
import type { KnownArticle, KnownArticles } from "./decide-entry";

/** Earlier versions that are compared with; an article that changes more often is a live page. */
const pastVersionsMax = 20;

/**
 * What is stored of the articles that any of these drafts may be, by publisher, in one look-up by hash. A draft
 * only ever meets articles of its own publisher. Publishers without any are left out.
 */
export async function findKnownArticles(
  drafts: readonly Pick<ArticleDraft, "publisherId" | "guidHash" | "urlHash">[],
  conn: Sql,
): Promise<Map<number, KnownArticles>> {
  if (drafts.length === 0) return new Map();
  const { rows } = await conn.query<KnownArticle & { publisherId: number }>(knownStatement, [
    drafts.map((draft) => draft.publisherId),
    drafts.map((draft) => draft.guidHash),
    drafts.map((draft) => draft.urlHash),
    pastVersionsMax,
  ]);
  const byPublisher = Map.groupBy(rows, (row) => row.publisherId);
  return new Map([...byPublisher].map(([publisherId, articles]) => [publisherId, byKeys(articles)]));
}

// Two joins, each on its own unique index: an OR of both keys would read neither.
const knownStatement = `/* keep known articles */
  WITH wanted AS MATERIALIZED (SELECT * FROM unnest($1::int[], $2::char(32)[], $3::char(32)[]) AS w(publisher_id, guid_hash, url_hash)),
  found AS (
    SELECT a.id FROM wanted w JOIN article a ON a.publisher_id = w.publisher_id AND a.guid_hash = w.guid_hash
    UNION
    SELECT a.id FROM wanted w JOIN article a ON a.publisher_id = w.publisher_id AND a.url_hash = w.url_hash)
  SELECT a.id, a.publisher_id AS "publisherId", a.guid_hash AS "guidHash", a.url_hash AS "urlHash", a.content_hash AS "contentHash",
    a.headline, a.standfirst, a.section, a.section_by AS "sectionBy", a.has_body AS "hasBody", a.lead_media_hash IS NOT NULL AS "hasPictures", a.taken_down_at IS NOT NULL AS "isWithdrawn",
    a.published_at AS "publishedAt", a.updated_at AS "updatedAt", a.redated_at AS "redatedAt", a.revision_count AS "revisionCount",
    CASE WHEN a.revision_count = 0 THEN '{}' ELSE ARRAY(SELECT r.content_hash::text FROM revision r WHERE r.article_id = a.id
      ORDER BY r.number DESC LIMIT $4) END AS "pastHashes"
  FROM found JOIN article a ON a.id = found.id`;

const byKeys = (articles: readonly KnownArticle[]): KnownArticles => ({
  byGuid: new Map(articles.map((article) => [article.guidHash, article])),
  byUrl: new Map(articles.map((article) => [article.urlHash, article])),
});
