import { sections } from "@/lib/articles/sections";
import { addMs, dayMs } from "@/lib/core/clock";
import { type Conn, db } from "@/lib/platform/db";
import type { CandidateRequest } from "./plan-candidates";
import type { CandidateRecord } from "./to-candidate";

/** No order is made of more stories than this. */
export const candidatesMax = 400;
const daysBack = 4;
/** Read stories are looked for among so many of the last reads. */
const readsMax = 2_000;
const eachFollowed = 6;
const eachSection = 8;
const eachAuthor = 4;
const topEach = 40;
/** Of each section: so many of the best, of which the seed chooses some, so that no reader sees only what they know. */
const exploredFrom = 12;
const explored = 3;
/** A copy of a list or a pick comes before what a follow brings only seventh. */
const picksMax = 24;

/**
 * Stories that may stand on a reader's front page, by the article that leads each: what the reader's follows and likings
 * brought in the last days, the top stories, our picks and some of every section. At most {@link candidatesMax}; read
 * ones are left out. One statement, whose cost follows what is asked for and not what the store holds.
 *
 * Order: what each source puts first, then the newer story.
 */
export function listCandidates(request: CandidateRequest, now: Date, conn: Conn = db): Promise<CandidateRecord[]> {
  const { userId, publishers, topics, authors, stories, languages, editions, seed } = request;
  const since = addMs(now, -daysBack * dayMs);
  const everySection = sections.map(({ slug }) => slug);
  return conn.$queryRaw<CandidateRecord[]>`/* keep candidates */
    WITH found(article_id, story_id, by, is_pick, place) AS (
      SELECT x.id, x.story_id, 'publisher:' || w.id, false, x.place FROM unnest(${publishers}::int[]) AS w(id) CROSS JOIN LATERAL (
        SELECT y.*, row_number() OVER () AS place FROM (SELECT a.id, a.story_id FROM article a
          WHERE a.publisher_id = w.id AND a.published_at > ${since} ORDER BY a.published_at DESC, a.id DESC LIMIT ${eachFollowed}) y) x
      UNION ALL
      SELECT x.id, x.story_id, 'topic:' || w.id, false, x.place FROM unnest(${topics}::int[]) AS w(id) CROSS JOIN LATERAL (
        SELECT a.id, a.story_id, row_number() OVER () AS place FROM (SELECT at.article_id FROM article_topic at
          WHERE at.topic_id = w.id AND at.weight > 0 AND at.published_at > ${since} ORDER BY at.published_at DESC, at.article_id DESC LIMIT ${eachFollowed}) y
          JOIN article a ON a.id = y.article_id) x
      UNION ALL
      SELECT x.id, x.story_id, 'author:' || w.id, false, x.place FROM unnest(${authors}::int[]) AS w(id) CROSS JOIN LATERAL (
        SELECT a.id, a.story_id, row_number() OVER () AS place FROM (SELECT aa.article_id FROM article_author aa
          WHERE aa.author_id = w.id AND aa.published_at > ${since} ORDER BY aa.published_at DESC, aa.article_id DESC LIMIT ${eachAuthor}) y
          JOIN article a ON a.id = y.article_id) x
      UNION ALL
      SELECT live.lead_article_id, live.id, 'story:' || w.id, false, 1 FROM unnest(${stories}::int[]) AS w(id) JOIN story asked ON asked.id = w.id
        JOIN story live ON live.id = COALESCE(asked.merged_into_id, asked.id) AND live.last_at > ${since} AND live.lead_article_id IS NOT NULL
      UNION ALL
      SELECT x.lead_article_id, x.id, 'section:' || w.slug, false, x.place FROM unnest(${request.sections}::text[]) AS w(slug)
        CROSS JOIN unnest(${languages}::text[]) AS l(language) CROSS JOIN LATERAL (
        SELECT y.*, row_number() OVER () AS place FROM (SELECT s.id, s.lead_article_id FROM story s
          WHERE s.language = l.language AND s.section = w.slug AND s.lead_article_id IS NOT NULL
          ORDER BY s.score DESC, s.id DESC LIMIT ${eachSection}) y) x
      UNION ALL
      SELECT s.lead_article_id, s.id, NULL, false, t.place FROM top_place t JOIN story s ON s.id = t.story_id
        WHERE t.edition = ANY(${editions}::text[]) AND t.section = 'all' AND t.place <= ${topEach}
      UNION ALL
      SELECT x.id, x.story_id, NULL, true, 1 FROM (SELECT p.article_id FROM pick p WHERE p.list = 'our-picks' AND p.starts_at <= ${now}
          AND (p.ends_at IS NULL OR p.ends_at > ${now}) ORDER BY p.starts_at DESC LIMIT ${picksMax}) p JOIN article x ON x.id = p.article_id
      UNION ALL
      SELECT x.lead_article_id, x.id, NULL, false, x.place FROM unnest(${everySection}::text[]) AS w(slug)
        CROSS JOIN unnest(${languages}::text[]) AS l(language) CROSS JOIN LATERAL (
        SELECT z.*, row_number() OVER () AS place FROM (SELECT y.* FROM (SELECT s.id, s.lead_article_id FROM story s
          WHERE s.language = l.language AND s.section = w.slug AND s.lead_article_id IS NOT NULL
          ORDER BY s.score DESC, s.id DESC LIMIT ${exploredFrom}) y ORDER BY hashint4(y.id # ${seed}::int), y.id LIMIT ${explored}) z) x
    ), read AS MATERIALIZED (
      SELECT DISTINCT COALESCE(a.story_id, -a.id) AS key FROM (SELECT r.article_id, r.read_at FROM article_read r WHERE r.user_id = ${userId}
        ORDER BY r.last_at DESC, r.article_id DESC LIMIT ${readsMax}) r JOIN article a ON a.id = r.article_id WHERE r.read_at IS NOT NULL
    ), chosen AS MATERIALIZED (
      SELECT f.key, min(f.article_id) AS article_id, array_agg(DISTINCT f.by) FILTER (WHERE f.by IS NOT NULL) AS brought, bool_or(f.is_pick) AS is_pick,
        min(f.place) AS place
      FROM (SELECT COALESCE(story_id, -article_id) AS key, * FROM found WHERE article_id IS NOT NULL) f
      WHERE NOT EXISTS (SELECT 1 FROM read WHERE read.key = f.key)
      GROUP BY f.key ORDER BY min(f.place), f.key DESC LIMIT ${candidatesMax}
    )
    SELECT s.id AS "storyId", a.id AS "articleId", a.publisher_id AS "publisherId", a.section, p.country::text AS country, a.published_at AS "publishedAt",
      a.language, a.headline, a.standfirst, a.byline, a.word_count AS "wordCount", s.score_terms AS "scoreTerms", c.brought, c.is_pick AS "isPick",
      COALESCE((SELECT i.shown FROM impression i WHERE i.user_id = ${userId} AND i.story_id = s.id), 0) AS "timesShown",
      ARRAY(SELECT aa.author_id FROM article_author aa WHERE aa.article_id = a.id ORDER BY aa.position LIMIT 3) AS "authorIds",
      ARRAY(SELECT at.topic_id FROM article_topic at WHERE at.article_id = a.id AND at.weight > 0 ORDER BY at.weight DESC, at.topic_id LIMIT 6) AS "topicIds",
      ARRAY(SELECT at.weight FROM article_topic at WHERE at.article_id = a.id AND at.weight > 0 ORDER BY at.weight DESC, at.topic_id LIMIT 6) AS "topicWeights"
    FROM chosen c LEFT JOIN story s ON s.id = c.key JOIN article a ON a.id = COALESCE(s.lead_article_id, c.article_id)
      JOIN publisher p ON p.id = a.publisher_id AND p.is_active
    WHERE a.taken_down_at IS NULL AND (a.embargo_until IS NULL OR a.embargo_until <= now())
    ORDER BY c.place, c.key DESC`;
}
