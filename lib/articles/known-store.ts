import { type Conn, db } from "@/lib/platform/db";
import type { ArticleDraft } from "./article-draft";
import type { KnownArticle, KnownArticles } from "./decide-entry";

/** Earlier versions that are compared with; an article that changes more often is a live page. */
const pastVersionsMax = 20;

/** What is stored of one publisher's articles that any of these drafts may be, in one look-up by hash. */
export async function findKnownArticles(
  publisherId: number,
  drafts: readonly Pick<ArticleDraft, "guidHash" | "urlHash">[],
  conn: Conn = db,
): Promise<KnownArticles> {
  const guidHashes = drafts.map((draft) => draft.guidHash);
  const urlHashes = drafts.map((draft) => draft.urlHash);
  const articles = await conn.$queryRaw<KnownArticle[]>`
    SELECT a.id, a.guid_hash AS "guidHash", a.url_hash AS "urlHash", a.content_hash AS "contentHash", a.headline,
      a.standfirst, a.section, a.has_body AS "hasBody", a.lead_media_hash IS NOT NULL AS "hasPictures",
      a.published_at AS "publishedAt", a.updated_at AS "updatedAt", a.revision_count AS "revisionCount",
      ARRAY(SELECT r.content_hash::text FROM revision r WHERE r.article_id = a.id
        ORDER BY r.number DESC LIMIT ${pastVersionsMax}) AS "pastHashes"
    FROM article a WHERE a.publisher_id = ${publisherId} AND a.guid_hash = ANY(${guidHashes}::char(32)[])
    UNION
    SELECT a.id, a.guid_hash, a.url_hash, a.content_hash, a.headline, a.standfirst, a.section, a.has_body,
      a.lead_media_hash IS NOT NULL, a.published_at, a.updated_at, a.revision_count,
      ARRAY(SELECT r.content_hash::text FROM revision r WHERE r.article_id = a.id
        ORDER BY r.number DESC LIMIT ${pastVersionsMax})
    FROM article a WHERE a.publisher_id = ${publisherId} AND a.url_hash = ANY(${urlHashes}::char(32)[])`;
  return {
    byGuid: new Map(articles.map((article) => [article.guidHash, article])),
    byUrl: new Map(articles.map((article) => [article.urlHash, article])),
  };
}
