import { type Conn, db } from "@/lib/platform/db";
import { Prisma } from "@/prisma/generated/client";
import { type CardRecord, type CardRow, type CardRowPage, toCardRow } from "./card-row";
import { decodeCursor, encodeCursor } from "./cursor";
import type { SectionSlug } from "./sections";

/** No list hands out more than this many cards at once. */
const cardsMax = 100;

/** Where a keyset page starts and how long it is; an unreadable cursor means the newest page. */
export type PageRequest = { take: number; cursor?: string | null };

/** A page of an edition, which is read in one language: its primary subtag, such as "en". */
export type EditionPageRequest = PageRequest & { language: string };

/** Articles of the edition's language, whatever its region: said so that Postgres knows from its statistics how many there are. */
const inLanguage = (language: string) => Prisma.sql`(a.language = ${language} OR a.language LIKE ${`${language}-%`})`;

/** Columns of `article a`, `publisher p`, lead picture `ap`, `media m` and `story s` that a card needs. */
const cardColumns = Prisma.sql`
  a.id, a.slug, a.headline, a.standfirst, a.byline, a.section, a.language, a.direction, a.access::text AS access,
  a.word_count AS "wordCount", a.published_at AS "publishedAt", a.updated_at AS "updatedAt", a.story_id AS "storyId",
  p.slug AS "publisherSlug", p.name AS "publisherName", p.initials, p.colour, p.is_sample AS "isSample", p.logo_hash AS "logoHash",
  p.licence::text AS licence, p.id AS "publisherId", a.embargo_until AS "embargoUntil", a.taken_down_at AS "takenDownAt",
  m.hash AS "mediaHash", m.width AS "mediaWidth", m.height AS "mediaHeight", m.colour AS "mediaColour",
  ap.alt, ap.caption, ap.credit, s.publisher_count AS "publisherCount", s.slug AS "storySlug", s.alternates`;

const cardJoins = (which: Prisma.Sql) => Prisma.sql`
  JOIN publisher p ON p.id = a.publisher_id AND p.is_active ${which}
  LEFT JOIN article_picture ap ON ap.article_id = a.id AND ap.position = 0
  LEFT JOIN media m ON m.hash = ap.media_hash AND m.state <> 'failed'
  LEFT JOIN story s ON s.id = a.story_id`;

/** What was withdrawn or is still under embargo stands in no list. */
const listed = Prisma.sql`AND a.taken_down_at IS NULL AND a.hidden_at IS NULL AND (a.embargo_until IS NULL OR a.embargo_until <= now())`;

/**
 * One card for each story: the story's lead article stands for the rest. Asked of each row by itself: as a join Postgres
 * takes it for so rare that it would rather sort a whole section than walk its newest.
 */
const onePerStory = Prisma.sql`(a.story_id IS NULL OR (SELECT one.lead_article_id = a.id FROM story one WHERE one.id = a.story_id))`;

/**
 * Reads cards from `source` (a table or subquery aliased `a` with article's columns) with further joins
 * and conditions in `tail`. Card columns only; the text is out of reach here.
 *
 * @param tail SQL after the joins: WHERE, ORDER BY and LIMIT (at most 100)
 */
export async function selectCards(source: Prisma.Sql, tail: Prisma.Sql, conn: Conn = db): Promise<CardRow[]> {
  const records = await conn.$queryRaw<CardRecord[]>`SELECT ${cardColumns} FROM ${source} ${cardJoins(listed)} ${tail}`;
  return records.map(toCardRow);
}

/** As {@link selectCards}, each card with what else `extra` selects from `source`. @param extra columns, by names that no card column has */
export async function selectCardsWith<Extra extends object>(
  extra: Prisma.Sql,
  source: Prisma.Sql,
  tail: Prisma.Sql,
  conn: Conn = db,
): Promise<{ row: CardRow; extra: Extra }[]> {
  const records = await conn.$queryRaw<(CardRecord & Extra)[]>`SELECT ${cardColumns}, ${extra} FROM ${source} ${cardJoins(listed)} ${tail}`;
  return records.map((record) => ({ row: toCardRow(record), extra: record }));
}

/** The card of the article with this slug, even where it is under embargo or withdrawn: no list shows such a one. */
export async function selectCardBySlug(slug: string, conn: Conn = db): Promise<CardRow | null> {
  const records = await conn.$queryRaw<CardRecord[]>`
    SELECT ${cardColumns} FROM article a ${cardJoins(Prisma.empty)} WHERE a.slug = ${slug}`;
  return records[0] ? toCardRow(records[0]) : null;
}

/** An edition's newest first, one card a story, over all active publishers. Order: publishedAt desc, id desc. */
export function listLatestCards(page: EditionPageRequest, conn: Conn = db): Promise<CardRowPage> {
  return keysetPage(Prisma.sql`article a`, Prisma.sql`${inLanguage(page.language)} AND ${onePerStory}`, page, conn);
}

/** An edition's section newest first, one card a story. Order: publishedAt desc, id desc. */
export function listSectionCards(section: SectionSlug, page: EditionPageRequest, conn: Conn = db): Promise<CardRowPage> {
  const ofSection = Prisma.sql`a.section = ${section} AND ${inLanguage(page.language)} AND ${onePerStory}`;
  return keysetPage(Prisma.sql`article a`, ofSection, page, conn);
}

/** A publisher's articles newest first. Order: publishedAt desc, id desc. */
export function listPublisherCards(slug: string, page: PageRequest, conn: Conn = db): Promise<CardRowPage> {
  const ofPublisher = Prisma.sql`a.publisher_id = (SELECT id FROM publisher WHERE slug = ${slug})`;
  return keysetPage(Prisma.sql`article a`, ofPublisher, page, conn);
}

/** An author's articles newest first. Order: publishedAt desc, id desc. */
export async function listAuthorCards(slug: string, page: PageRequest, conn: Conn = db): Promise<CardRowPage> {
  const take = boundedTake(page.take);
  const cursor = decodeCursor(page.cursor);
  const older = cursor
    ? Prisma.sql`AND (aa.published_at, aa.article_id) < (${new Date(cursor.publishedAtMs)}, ${cursor.id})`
    : Prisma.empty;
  const source = Prisma.sql`(SELECT aa.article_id, aa.published_at AS credited_at FROM article_author aa
    WHERE aa.author_id = (SELECT id FROM author WHERE slug = ${slug}) ${older}
    ORDER BY aa.published_at DESC, aa.article_id DESC LIMIT ${take + 1}) credit JOIN article a ON a.id = credit.article_id`;
  const rows = await selectCards(source, Prisma.sql`ORDER BY a.published_at DESC, a.id DESC`, conn);
  return toPage(rows, take);
}

/** The newest cards of each section in one query, one card a story: a front page's blocks. */
export async function listCardsBySection(
  slugs: readonly SectionSlug[],
  options: { takeEach: number; language: string },
  conn: Conn = db,
): Promise<Map<SectionSlug, CardRow[]>> {
  const take = Math.min(boundedTake(options.takeEach), 12);
  const source = Prisma.sql`unnest(${[...slugs]}::text[]) WITH ORDINALITY AS wanted(section, place)
    CROSS JOIN LATERAL (SELECT a.* FROM article a
      WHERE a.section = wanted.section AND ${inLanguage(options.language)} AND ${onePerStory}
        AND (SELECT xp.is_active FROM publisher xp WHERE xp.id = a.publisher_id)
      ORDER BY a.published_at DESC, a.id DESC LIMIT ${take}) a`;
  const rows = await selectCards(source, Prisma.sql`ORDER BY wanted.place, a.published_at DESC, a.id DESC`, conn);
  return Map.groupBy(rows, (row) => row.section);
}

/** Cards of these articles in the order asked for; unknown ids and inactive publishers are left out. */
export function listCardsByIds(ids: readonly number[], conn: Conn = db): Promise<CardRow[]> {
  const wanted = ids.slice(0, cardsMax);
  const source = Prisma.sql`/* keep cards */ unnest(${[...wanted]}::int[]) WITH ORDINALITY AS wanted(article_id, place)
    JOIN article a ON a.id = wanted.article_id`;
  return selectCards(source, Prisma.sql`ORDER BY wanted.place`, conn);
}

async function keysetPage(source: Prisma.Sql, where: Prisma.Sql, page: PageRequest, conn: Conn): Promise<CardRowPage> {
  const take = boundedTake(page.take);
  const cursor = decodeCursor(page.cursor);
  const older = cursor ? Prisma.sql`AND (a.published_at, a.id) < (${new Date(cursor.publishedAtMs)}, ${cursor.id})` : Prisma.empty;
  const tail = Prisma.sql`WHERE ${where} ${older} ORDER BY a.published_at DESC, a.id DESC LIMIT ${take + 1}`;
  return toPage(await selectCards(source, tail, conn), take);
}

const boundedTake = (take: number): number => Math.max(1, Math.min(cardsMax, Math.trunc(take)));

/** One row more than asked was read, so that its presence tells whether an older page exists. */
function toPage(rows: CardRow[], take: number): CardRowPage {
  const shown = rows.slice(0, take);
  const last = shown.at(-1);
  if (!last || rows.length <= take) return { rows: shown, olderCursor: null };
  return { rows: shown, olderCursor: encodeCursor({ publishedAtMs: Date.parse(last.publishedAt), id: last.id }) };
}
