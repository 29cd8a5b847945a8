import { readPlainTexts } from "@/lib/articles/body-store";
import type { Conn } from "@/lib/platform/db";
import { Prisma } from "@/prisma/generated/client";
import type { EngineArticle } from "./engine/types";

/** An article to be judged: what the engine reads, where it is now, and when it came. */
export type Arriving = EngineArticle & {
  urlHash: string;
  storyId: number | null;
  firstSeenAtMs: number;
  /** When it was assigned last, among all assignments. */
  storySeq: number | null;
};

type ArrivingRow = Omit<Arriving, "publishedAtMs" | "firstSeenAtMs" | "text"> & {
  publishedAt: Date;
  firstSeenAt: Date;
  leadIn: string;
  hasBody: boolean;
};

/** More were never assigned between two looks. */
const reassignedMax = 20_000;
/** Longer texts tell no more about their event. */
const textCharsMax = 40_000;

const arrivingColumns = (language: string) => Prisma.sql`a.id, a.headline, a.standfirst, a.lead_in AS "leadIn", a.has_body AS "hasBody",
  ${language}::text AS language, a.url_hash AS "urlHash", a.publisher_id::text AS publisher, a.story_id AS "storyId",
  a.story_seq AS "storySeq", a.published_at AS "publishedAt", a.first_seen_at AS "firstSeenAt"`;

/** The oldest articles of a language without a story. Order: publishedAt, url hash, id; whatever order they came in. */
export async function listUnassigned(language: string, take: number, tx: Conn): Promise<Arriving[]> {
  const rows = await tx.$queryRaw<ArrivingRow[]>`
    SELECT ${arrivingColumns(language)} FROM article a WHERE a.story_id IS NULL AND lower(split_part(a.language, '-', 1)) = ${language}
    ORDER BY a.published_at, a.url_hash, a.id LIMIT ${take}`;
  return withTexts(rows, tx);
}

/**
 * What must be judged again because something arrived late: articles that came since `seenSince` and stand after `from`
 * in the stream, and whatever of that time was assigned after the first of them, so that an engine can take all of it
 * back exactly. Looks back to the assignment `seqAfter`, and no further ahead than `until`: an engine of the past knows
 * nothing of the present. Order: the stream's.
 */
export async function listJudgedAfter(
  language: string,
  options: { from: Date; until: Date | null; seenSince: Date; seqAfter: number; take: number },
  tx: Conn,
): Promise<Arriving[]> {
  const { from, until, seenSince, seqAfter, take } = options;
  const ahead = until ? Prisma.sql`AND a.published_at <= ${until}` : Prisma.empty;
  const recent = Prisma.sql`a.story_id IS NOT NULL AND a.first_seen_at >= ${seenSince} AND lower(split_part(a.language, '-', 1)) = ${language} ${ahead}`;
  const rows = await tx.$queryRaw<ArrivingRow[]>`
    SELECT ${arrivingColumns(language)} FROM article a
    WHERE ${recent} AND a.story_seq >= (SELECT min(a.story_seq) FROM article a
      WHERE a.story_seq > ${seqAfter} AND a.published_at >= ${from} AND ${recent})
    ORDER BY a.published_at, a.url_hash, a.id LIMIT ${take}`;
  return withTexts(rows, tx);
}

/** Articles that have a story, from `since` on. Order: the stream's; keyset by the last one of the page before. */
export async function listArticlesFrom(
  language: string,
  { since, after, take }: { since: Date; after: Arriving | null; take: number },
  tx: Conn,
): Promise<Arriving[]> {
  const older = after
    ? Prisma.sql`AND (a.published_at, a.url_hash, a.id) > (${new Date(after.publishedAtMs)}, ${after.urlHash}, ${after.id})`
    : Prisma.empty;
  const rows = await tx.$queryRaw<ArrivingRow[]>`
    SELECT ${arrivingColumns(language)} FROM article a
    WHERE a.published_at >= ${since} AND a.story_id IS NOT NULL AND lower(split_part(a.language, '-', 1)) = ${language} ${older}
    ORDER BY a.published_at, a.url_hash, a.id LIMIT ${take}`;
  return withTexts(rows, tx);
}

/** Articles from `since` on that were assigned after `seqAfter`. Order: the stream's. */
export async function listReassigned(language: string, options: { seqAfter: number; since: Date }, tx: Conn): Promise<Arriving[]> {
  const rows = await tx.$queryRaw<ArrivingRow[]>`
    SELECT ${arrivingColumns(language)} FROM article a
    WHERE a.story_seq > ${options.seqAfter} AND a.published_at >= ${options.since} AND a.story_id IS NOT NULL
      AND lower(split_part(a.language, '-', 1)) = ${language}
    ORDER BY a.published_at, a.url_hash, a.id LIMIT ${reassignedMax}`;
  return withTexts(rows, tx);
}

async function withTexts(rows: readonly ArrivingRow[], tx: Conn): Promise<Arriving[]> {
  const texts = await readPlainTexts(
    rows.filter((row) => row.hasBody).map((row) => row.id),
    tx,
  );
  return rows.map(({ publishedAt, firstSeenAt, leadIn, hasBody: _hasBody, ...row }) => ({
    ...row,
    text: (texts.get(row.id) ?? leadIn).slice(0, textCharsMax),
    publishedAtMs: publishedAt.getTime(),
    firstSeenAtMs: firstSeenAt.getTime(),
  }));
}

/** The number of the latest assignment anywhere; 0 before the first. Under a language's lock none of its own can be later. */
export async function findLatestSeq(tx: Conn): Promise<number> {
  const [row] = await tx.$queryRaw<{ seq: number }[]>`SELECT COALESCE(max(story_seq), 0) AS seq FROM article`;
  return row?.seq ?? 0;
}

/** Every article of these stories and the story it is in. */
export function listStoryArticles(storyIds: readonly number[], tx: Conn): Promise<{ id: number; storyId: number }[]> {
  return tx.$queryRaw`SELECT id, story_id AS "storyId" FROM article WHERE story_id = ANY(${[...storyIds]}::int[]) ORDER BY id`;
}

/** Numbers for stories to come; those that are not used stay unused. */
export async function reserveStoryIds(count: number, tx: Conn): Promise<number[]> {
  const rows = await tx.$queryRaw<{ id: number }[]>`
    SELECT nextval(pg_get_serial_sequence('story', 'id'))::int AS id FROM generate_series(1, ${count}::int)`;
  return rows.map((row) => row.id);
}
