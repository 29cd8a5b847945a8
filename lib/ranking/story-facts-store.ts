import { type Conn, db } from "@/lib/platform/db";
import { rememberEach } from "@/lib/platform/remember";
import { type StoryFacts, toStanding } from "./to-candidate";

/**
 * What ranking has to know of stories, by key: a story's id, or an article's without a story, less than 0. Each by its lead
 * article. One statement over primary keys; what no list may show, and a story without a lead, is left out.
 */
export async function readStoryFacts(keys: readonly number[], conn: Conn = db): Promise<Map<number, StoryFacts>> {
  const rows = await conn.$queryRaw<(Omit<StoryFacts, "standing"> & { key: number })[]>`/* keep storyfacts */
    SELECT w.key, s.id AS "storyId", a.id AS "articleId", a.publisher_id AS "publisherId", a.section, p.country::text AS country,
      a.published_at AS "publishedAt", a.language, a.headline, a.standfirst, a.byline, a.word_count AS "wordCount", s.score_terms AS "scoreTerms",
      ARRAY(SELECT aa.author_id FROM article_author aa WHERE aa.article_id = a.id ORDER BY aa.position LIMIT 3) AS "authorIds",
      t.ids AS "topicIds", t.weights AS "topicWeights"
    FROM unnest(${[...keys]}::int[]) AS w(key) LEFT JOIN story s ON s.id = w.key
      JOIN article a ON a.id = CASE WHEN w.key < 0 THEN -w.key ELSE s.lead_article_id END
      JOIN publisher p ON p.id = a.publisher_id AND p.is_active
      CROSS JOIN LATERAL (SELECT COALESCE(array_agg(x.topic_id ORDER BY x.weight DESC, x.topic_id), '{}') AS ids,
        COALESCE(array_agg(x.weight ORDER BY x.weight DESC, x.topic_id), '{}') AS weights FROM (
          SELECT at.topic_id, at.weight FROM article_topic at WHERE at.article_id = a.id AND at.weight > 0
          ORDER BY at.weight DESC, at.topic_id LIMIT 6) x) t
    WHERE a.taken_down_at IS NULL AND a.hidden_at IS NULL AND (a.embargo_until IS NULL OR a.embargo_until <= now())`;
  return new Map(rows.map(({ key, ...facts }) => [key, { ...facts, standing: toStanding(facts) }]));
}

/**
 * As {@link readStoryFacts}, remembered by story for five minutes: the same for everyone, and an order stands for ten. Nobody is
 * shown any of it before the door of the cards has been asked about it again.
 */
export const listStoryFacts = rememberEach({ forMs: 300_000, keysMax: 20_000, isLasting: true }, (keys: number[]) => readStoryFacts(keys));
