import { type Conn, db } from "@/lib/platform/db";
import type { ArticleFacts } from "./article-facts";
import { selectCardBySlug } from "./card-store";
import type { ArticleHistory, AuthorCredit, Picture } from "./types";

type FactsRecord = {
  authors: AuthorCredit[];
  pictures: Picture[];
  originalUrl: string;
  homeUrl: string;
  country: string;
  indexing: ArticleFacts["indexing"];
  leadIn: string;
  leadInWords: number | null;
  hasBody: boolean;
  wordCount: number;
  revisionCount: number;
  history: ArticleHistory | null;
  categories: string[];
  correction: string | null;
  correctedAt: Date | null;
};

/**
 * The public facts of the article with this slug, without its text.
 *
 * @returns null when there is none, or its publisher has been taken out of the paper
 */
export async function findArticleBySlug(slug: string, conn: Conn = db): Promise<ArticleFacts | null> {
  const [card, facts] = await Promise.all([selectCardBySlug(slug, conn), selectFacts(slug, conn)]);
  if (!card || !facts) return null;
  return {
    card,
    authors: facts.authors,
    pictures: facts.pictures,
    originalUrl: facts.originalUrl,
    publisher: { homeUrl: facts.homeUrl, country: facts.country, licence: card.policy.licence },
    indexing: facts.indexing,
    leadIn: facts.leadIn === "" ? [] : facts.leadIn.split("\n\n"),
    leadInWords: facts.leadInWords,
    hasBody: facts.hasBody,
    wordCount: facts.wordCount,
    revisionCount: facts.revisionCount,
    history: facts.history ?? { headlineChanges: 0, materialChanges: 0 },
    categories: facts.categories,
    correction: facts.correction !== null && facts.correctedAt ? { words: facts.correction, at: facts.correctedAt.toISOString() } : null,
  };
}

async function selectFacts(slug: string, conn: Conn): Promise<FactsRecord | undefined> {
  const records = await conn.$queryRaw<FactsRecord[]>`
    SELECT a.url AS "originalUrl", a.lead_in AS "leadIn", a.has_body AS "hasBody", a.word_count AS "wordCount",
      a.revision_count AS "revisionCount",
      CASE WHEN a.revision_count > 0 THEN (SELECT json_build_object('headlineChanges', count(*) FILTER (WHERE v.headline <> v.next),
          'materialChanges', count(*))
        FROM (SELECT r.kind, r.headline, lead(r.headline, 1, a.headline) OVER (ORDER BY r.number) AS next
          FROM revision r WHERE r.article_id = a.id) v WHERE v.kind = 'material') END AS history,
      a.categories, a.correction, a.corrected_at AS "correctedAt", p.home_url AS "homeUrl", p.lead_in_words AS "leadInWords", p.country, p.indexing::text AS indexing,
      COALESCE((SELECT json_agg(json_build_object('slug', u.slug, 'name', u.name, 'role', aa.role) ORDER BY aa.position)
        FROM article_author aa JOIN author u ON u.id = aa.author_id WHERE aa.article_id = a.id), '[]') AS authors,
      COALESCE((SELECT json_agg(json_build_object('hash', m.hash, 'width', m.width, 'height', m.height, 'colour', m.colour,
          'alt', ap.alt, 'caption', ap.caption, 'credit', ap.credit) ORDER BY ap.position)
        FROM article_picture ap JOIN media m ON m.hash = ap.media_hash AND m.state <> 'failed'
        WHERE ap.article_id = a.id), '[]') AS pictures
    FROM article a JOIN publisher p ON p.id = a.publisher_id AND p.is_active
    WHERE a.slug = ${slug}`;
  return records[0];
}
