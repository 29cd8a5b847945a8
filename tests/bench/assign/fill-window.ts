import type pg from "pg";
import { listWords } from "@/lib/stories/engine/list-words";
import { readTerms } from "@/lib/stories/engine/read-terms";
import { openTermTable } from "@/lib/stories/engine/term-table";
import { packSignature, signText } from "@/lib/stories/engine/text-signature";
import type { EngineArticle } from "@/lib/stories/engine/types";
import { makeArticles } from "./make-articles";

/** How many articles of the last three days have their story, and how many wait for one. */
export type Window = { articles: number; waiting: number; newestAt: Date };

const windowMs = 72 * 3_600_000;
const publishers = 500;
/** Articles of a story, one behind the other: what the window holds depends on how many there are, not on which. */
const storyArticles = 5;
const portion = 1_000;

/** Fills a migrated database with a window of made-up articles that have their stories, and some that wait for theirs. */
export async function fillWindow(pool: pg.Pool, window: Window): Promise<void> {
  const client = await pool.connect();
  try {
    // References are not checked row by row: it is the worker that is measured.
    await client.query("SET session_replication_role = replica");
    await client.query(publisherStatement, [publishers]);
    await client.query(storyStatement, [Math.ceil(window.articles / storyArticles), storyArticles, window.newestAt]);
    const articles = makeArticles({ seed: 11, everyMs: windowMs / window.articles });
    const toRow = openRows(window);
    const total = window.articles + window.waiting;
    for (let from = 0; from < total; from += portion) {
      const rows = Array.from({ length: Math.min(portion, total - from) }, () => toRow(articles.next().value));
      await client.query(articleStatement, [JSON.stringify(rows)]);
    }
    await client.query("SELECT setval(pg_get_serial_sequence('article', 'id'), $1), setval(pg_get_serial_sequence('story', 'id'), $1)", [
      total,
    ]);
    await client.query("ANALYZE");
  } finally {
    client.release(true);
  }
}

/** Weighs terms as they are weighed when an article comes; those that wait have none yet. */
function openRows(window: Window): (article: EngineArticle) => object {
  const table = openTermTable();
  return (article) => {
    const isWaiting = article.id > window.articles;
    const fromEndMs = (window.articles + window.waiting - article.id) * (windowMs / window.articles);
    const { vector, terms, weights } = table.weigh(isWaiting ? [] : readTerms(article));
    table.enter(vector);
    const signature = isWaiting ? null : signText(listWords(article.text, article.language));
    return {
      id: article.id,
      publisher_id: 1 + (article.id % publishers),
      headline: article.headline,
      lead_in: article.text,
      terms,
      term_weights: weights,
      signature: signature ? Buffer.from(packSignature(signature)).toString("hex") : null,
      story_id: isWaiting ? null : Math.ceil(article.id / storyArticles),
      published_at: new Date(window.newestAt.getTime() - fromEndMs).toISOString(),
    };
  };
}

const publisherStatement = `
  INSERT INTO publisher (id, slug, name, home_url, country, language, editions, colour, initials, licence, wall)
  SELECT i, 'title-' || i, 'Title ' || i, 'https://title-' || i || '.example/', 'GB', 'en', '{en}', '#1d3b53', 'T', 'partner', 'metered'
  FROM generate_series(1, $1::int) i`;

const storyStatement = `
  INSERT INTO story (id, slug, lead_article_id, headline_reason, language, section, article_count, publisher_count, first_at, last_at, score, score_terms, terms, names)
  SELECT i, 'story-' || i, i * $2::int, 'it says it plainly', 'en', 'world', $2, $2, $3::timestamptz - interval '3 days', $3, 0, '{}', '{}', '{}'
  FROM generate_series(1, $1::int) i`;

const articleStatement = `
  INSERT INTO article (id, publisher_id, guid, guid_hash, url, url_hash, slug, headline, standfirst, lead_in, byline, section, categories, language, access,
    has_body, word_count, content_hash, terms, term_weights, signature, story_id, story_seq, published_at, first_seen_at)
  SELECT id, publisher_id, 'g' || id, md5('g' || id), 'https://title.example/' || id, md5('u' || id), 'article-' || id, headline, '', lead_in, '',
    'world', '{}', 'en', 'metered', false, 200, md5('c' || id), terms, term_weights, decode(signature, 'hex'), story_id,
    CASE WHEN story_id IS NOT NULL THEN id END, published_at, published_at
  FROM json_to_recordset($1::json) AS r(id int, publisher_id int, headline text, lead_in text, terms text[], term_weights smallint[],
    signature text, story_id int, published_at timestamptz)`;
