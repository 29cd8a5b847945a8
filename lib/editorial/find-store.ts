import { decodeCursor, encodeCursor } from "@/lib/articles/cursor";
import { addMs, hourMs } from "@/lib/core/clock";
import { type Conn, db } from "@/lib/platform/db";
import { Prisma } from "@/prisma/generated/client";
import { listFoundFacts } from "./find-facts-store";
import { regionTable } from "./find-regions";
import { type FindPage, type FindQuery, growthHours, longWords } from "./find-types";

const pageMax = 30;
/** Of a kind that weighs its rows, only so many of the newest are weighed. */
const weighedMax = 2_000;

type Found = { id: number; key: bigint };

/**
 * A page of what an editor looks for. Every kind looks back a bounded time by an index, and weighs a bounded number.
 * Order: each kind's own key, highest first, then the greater id.
 */
export async function findPage(query: FindQuery, now: Date, conn: Conn = db): Promise<FindPage> {
  const rows = await conn.$queryRaw<Found[]>`${select(query, now)}`;
  const shown = rows.slice(0, pageMax);
  const last = rows.length > pageMax ? shown.at(-1) : undefined;
  return {
    rows: await listFoundFacts(
      shown.map(({ id }) => id),
      now,
      conn,
    ),
    nextCursor: last ? encodeCursor({ publishedAtMs: Number(last.key), id: last.id }) : null,
  };
}

function select(query: FindQuery, now: Date): Prisma.Sql {
  const since = addMs(now, -query.hours * hourMs);
  switch (query.kind) {
    case "articles":
      return selectArticles(query, since, now);
    case "long-good":
      return selectLong(query, since, now);
    case "stories":
    case "rising":
    case "one-region":
      return selectStories(query, since, now);
    default:
      return query.kind satisfies never;
  }
}

/** The key is a whole number, so that a cursor can hold it: an instant in ms, or points. */
const msOf = (column: Prisma.Sql) => Prisma.sql`(extract(epoch FROM ${column}) * 1000)::bigint`;

function selectArticles(query: FindQuery, since: Date, now: Date): Prisma.Sql {
  const cursor = decodeCursor(query.after);
  const older = cursor ? Prisma.sql`AND (a.published_at, a.id) < (${new Date(cursor.publishedAtMs)}, ${cursor.id})` : Prisma.empty;
  return Prisma.sql`
    SELECT a.id, ${msOf(Prisma.sql`a.published_at`)} AS key FROM article a JOIN publisher p ON p.id = a.publisher_id
    LEFT JOIN story s ON s.id = a.story_id
    WHERE a.published_at > ${since} AND a.published_at <= ${now} ${filters(query, now)} ${older}
    ORDER BY a.published_at DESC, a.id DESC LIMIT ${pageMax + 1}`;
}

/** By who came to its end, saved it and gave it away; long texts only. */
function selectLong(query: FindQuery, since: Date, now: Date): Prisma.Sql {
  return Prisma.sql`
    SELECT * FROM (SELECT a.id, (a.points * 100000 + least(a.word_count, 99999))::bigint AS key FROM (
      SELECT n.*, (SELECT count(*) FROM article_read r WHERE r.article_id = n.id AND r.depth >= 90)
        + 2 * (SELECT count(*) FROM saved_article v WHERE v.article_id = n.id)
        + 3 * COALESCE((SELECT sum(g.opens) FROM gift_link g WHERE g.article_id = n.id), 0) AS points
      FROM (SELECT a.* FROM article a JOIN publisher p ON p.id = a.publisher_id LEFT JOIN story s ON s.id = a.story_id
        WHERE a.published_at > ${since} AND a.published_at <= ${now} AND a.word_count >= ${query.length ?? longWords} ${listed} ${filters(query, now)}
        ORDER BY a.published_at DESC, a.id DESC LIMIT ${weighedMax}) n) a) weighed
    ${below(query)} ORDER BY key DESC, id DESC LIMIT ${pageMax + 1}`;
}

/** A story stands by the article whose headline tells it. */
function selectStories(query: FindQuery, since: Date, now: Date): Prisma.Sql {
  const grown = addMs(now, -growthHours * hourMs);
  const { countries, regions } = regionTable;
  const newTitles = Prisma.sql`(SELECT count(*) FROM (SELECT x.publisher_id FROM article x WHERE x.story_id = s.id
    GROUP BY x.publisher_id HAVING min(x.published_at) > ${grown}) t)`;
  const oneRegion = Prisma.sql`AND (SELECT count(DISTINCT COALESCE(r.region, q.country)) FROM article x JOIN publisher q ON q.id = x.publisher_id
    LEFT JOIN unnest(${countries}::text[], ${regions}::text[]) AS r(country, region) ON r.country = q.country WHERE x.story_id = s.id) = 1`;
  const kind = {
    stories: { key: msOf(Prisma.sql`s.last_at`), only: Prisma.empty },
    "one-region": { key: msOf(Prisma.sql`s.last_at`), only: Prisma.sql`AND s.publisher_count >= ${query.titles ?? 3} ${oneRegion}` },
    rising: {
      key: Prisma.sql`(${newTitles} * 100000 + least(s.publisher_count, 99999))::bigint`,
      only: Prisma.sql`AND s.last_at > ${grown} AND ${newTitles} >= ${query.titles ?? 2} AND NOT ${pickedIn(Prisma.sql`x.story_id = s.id`, now)}`,
    },
  }[query.kind === "rising" || query.kind === "one-region" ? query.kind : "stories"];
  return Prisma.sql`
    SELECT * FROM (SELECT a.id, ${kind.key} AS key FROM (SELECT * FROM story s WHERE s.last_at > ${since} AND s.lead_article_id IS NOT NULL
        ORDER BY s.last_at DESC, s.id DESC LIMIT ${weighedMax}) s
      JOIN article a ON a.id = COALESCE(s.headline_article_id, s.lead_article_id) JOIN publisher p ON p.id = a.publisher_id
      WHERE true ${kind.only} ${filters(query, now)}) weighed
    ${below(query)} ORDER BY key DESC, id DESC LIMIT ${pageMax + 1}`;
}

function below({ after }: FindQuery): Prisma.Sql {
  const cursor = decodeCursor(after);
  return cursor ? Prisma.sql`WHERE (key, id) < (${cursor.publishedAtMs}::bigint, ${cursor.id})` : Prisma.empty;
}

const listed = Prisma.sql`AND p.is_active AND a.taken_down_at IS NULL AND a.hidden_at IS NULL
  AND (a.embargo_until IS NULL OR a.embargo_until <= now())`;

const pickedIn = (which: Prisma.Sql, now: Date) => Prisma.sql`EXISTS (SELECT 1 FROM pick k JOIN article x ON x.id = k.article_id
  WHERE ${which} AND k.starts_at <= ${now} AND (k.ends_at IS NULL OR k.ends_at > ${now}))`;

/** What the form says of article `a`, its publisher `p` and its story `s`. */
function filters({ words, section, title, language, titles, length, wall, picked, kind }: FindQuery, now: Date): Prisma.Sql {
  const isPicked = pickedIn(Prisma.sql`k.article_id = a.id`, now);
  const wanted = [
    // The words' index holds articles that have their story: they come in without one, and are written again seconds later.
    words !== "" &&
      Prisma.sql`AND a.story_id IS NOT NULL AND to_tsvector('simple', a.headline || ' ' || a.standfirst) @@ websearch_to_tsquery('simple', ${words})`,
    section && Prisma.sql`AND a.section = ${section}`,
    title && Prisma.sql`AND p.slug = ${title}`,
    language && Prisma.sql`AND lower(split_part(a.language, '-', 1)) = ${language}`,
    titles && kind !== "rising" && Prisma.sql`AND s.publisher_count >= ${titles}`,
    length && Prisma.sql`AND a.word_count >= ${length}`,
    wall && Prisma.sql`AND a.access::text = ${wall}`,
    picked === "yes" && Prisma.sql`AND ${isPicked}`,
    picked === "no" && Prisma.sql`AND NOT ${isPicked}`,
  ].filter((each): each is Prisma.Sql => each instanceof Prisma.Sql);
  return wanted.length === 0 ? Prisma.empty : Prisma.join(wanted, " ");
}
