import { addMs, dayMs } from "@/lib/core/clock";
import { type Conn, db } from "@/lib/platform/db";
import { rememberEach } from "@/lib/platform/remember";
import { Prisma } from "@/prisma/generated/client";
import type { Finds, FindTarget } from "./find-types";

const daysBack = 4;
const eachFollowed = 6;
const eachAuthor = 4;
/** Of a section: as many as the seed chooses from; a follow looks at the first of them. */
const eachSection = 12;
const topEach = 40;
/** A copy of a list or a pick comes before what a follow brings only seventh. */
const picksMax = 24;

/**
 * What is found under these targets now, whoever asks. One statement, whose cost follows the number of targets and not
 * what the store holds; a target without finds is left out.
 */
export async function readFinds(targets: readonly FindTarget[], now: Date, conn: Conn = db): Promise<Map<FindTarget, Finds>> {
  const since = addMs(now, -daysBack * dayMs);
  const ids = (kind: string) => namesOf(targets, kind).map(Number);
  const lists = namesOf(targets, "section").map((name) => name.split(" "));
  const ofSections = lists.map(([section = ""]) => section);
  const inLanguages = lists.map(([, language = ""]) => language);
  const newest = (
    walk: Prisma.Sql,
  ) => Prisma.sql`CROSS JOIN LATERAL (SELECT a.id, a.story_id, (row_number() OVER ())::int AS place FROM (${walk}) y
    JOIN article a ON a.id = y.article_id) x`;
  const rows = await conn.$queryRaw<(Finds & { target: FindTarget })[]>`/* keep finds */
    WITH found(target, article_id, story_id, place) AS (
      SELECT 'publisher:' || w.id, x.id, x.story_id, x.place FROM unnest(${ids("publisher")}::int[]) AS w(id) CROSS JOIN LATERAL (
        SELECT y.*, (row_number() OVER ())::int AS place FROM (SELECT a.id, a.story_id FROM article a
          WHERE a.publisher_id = w.id AND a.published_at > ${since} ORDER BY a.published_at DESC, a.id DESC LIMIT ${eachFollowed}) y) x
      UNION ALL
      SELECT 'topic:' || w.id, x.id, x.story_id, x.place FROM unnest(${ids("topic")}::int[]) AS w(id) ${newest(Prisma.sql`
        SELECT at.article_id FROM article_topic at WHERE at.topic_id = w.id AND at.weight > 0 AND at.published_at > ${since}
        ORDER BY at.published_at DESC, at.article_id DESC LIMIT ${eachFollowed}`)}
      UNION ALL
      SELECT 'author:' || w.id, x.id, x.story_id, x.place FROM unnest(${ids("author")}::int[]) AS w(id) ${newest(Prisma.sql`
        SELECT aa.article_id FROM article_author aa WHERE aa.author_id = w.id AND aa.published_at > ${since}
        ORDER BY aa.published_at DESC, aa.article_id DESC LIMIT ${eachAuthor}`)}
      UNION ALL
      SELECT 'story:' || w.id, live.lead_article_id, live.id, 1 FROM unnest(${ids("story")}::int[]) AS w(id) JOIN story asked ON asked.id = w.id
        JOIN story live ON live.id = COALESCE(asked.merged_into_id, asked.id) AND live.last_at > ${since}
      UNION ALL
      SELECT 'section:' || w.slug || ' ' || w.language, x.lead_article_id, x.id, x.place
        FROM unnest(${ofSections}::text[], ${inLanguages}::text[]) AS w(slug, language) CROSS JOIN LATERAL (
        SELECT y.*, (row_number() OVER ())::int AS place FROM (SELECT s.id, s.lead_article_id FROM story s
          WHERE s.language = w.language AND s.section = w.slug AND s.lead_article_id IS NOT NULL
          ORDER BY s.score DESC, s.id DESC LIMIT ${eachSection}) y) x
      UNION ALL
      SELECT 'top:' || t.edition, s.lead_article_id, s.id, t.place FROM top_place t JOIN story s ON s.id = t.story_id
        WHERE t.edition = ANY(${namesOf(targets, "top")}::text[]) AND t.section = 'all' AND t.place <= ${topEach}
      UNION ALL
      SELECT 'picks:', x.id, x.story_id, 1 FROM (SELECT p.article_id FROM pick p WHERE ${targets.includes("picks:")} AND p.list = 'our-picks'
        AND p.starts_at <= ${now} AND (p.ends_at IS NULL OR p.ends_at > ${now}) ORDER BY p.starts_at DESC LIMIT ${picksMax}) p
        JOIN article x ON x.id = p.article_id
    )
    SELECT target, array_agg(article_id ORDER BY place, article_id) AS "articleIds",
      array_agg(COALESCE(story_id, 0) ORDER BY place, article_id) AS "storyIds", array_agg(place ORDER BY place, article_id) AS places
    FROM found WHERE article_id IS NOT NULL GROUP BY target`;
  return new Map(rows.map(({ target, ...finds }) => [target, finds]));
}

const namesOf = (targets: readonly FindTarget[], kind: string): string[] =>
  targets.filter((target) => target.startsWith(`${kind}:`)).map((target) => target.slice(kind.length + 1));

// The same for everyone, whoever follows it. An order stands for ten minutes: what it is made of may be two minutes
// old. Nobody is shown any of it before the door of the cards has been asked about it again.
const followed = rememberEach({ forMs: 120_000, keysMax: 50_000, isLasting: true }, (targets: FindTarget[]) =>
  readFinds(targets, new Date()),
);
const standing = rememberEach({ forMs: 10_000, keysMax: 2_000, isLasting: true }, (targets: FindTarget[]) =>
  readFinds(targets, new Date()),
);

/** A request by a clock this near to ours is answered with what is remembered; whoever's clock was moved is asked for alone. */
const clockSlackMs = 60_000;

/** As {@link readFinds}, remembered by target: what is followed for two minutes, what stands there for everyone for ten seconds. */
export async function listFinds(targets: readonly FindTarget[], now: Date): Promise<Map<FindTarget, Finds>> {
  if (Math.abs(now.getTime() - Date.now()) > clockSlackMs) return readFinds(targets, now);
  const isStanding = (target: FindTarget) => /^(section|top|picks):/.test(target);
  const [of, forAll] = await Promise.all([followed(targets.filter((target) => !isStanding(target))), standing(targets.filter(isStanding))]);
  return new Map([...of, ...forAll]);
}
