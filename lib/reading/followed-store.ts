import type { CardRow } from "@/lib/articles/card-row";
import { selectCardsWith } from "@/lib/articles/card-store";
import { decodeCursor, encodeCursor } from "@/lib/articles/cursor";
import { type Conn, db } from "@/lib/platform/db";
import { Prisma } from "@/prisma/generated/client";
import { refRows } from "./follow-store";
import { type FollowRef, readFollowRef } from "./follow-types";

/** A story by its newest article among what is followed, and all that brought it. */
export type FollowedRow = { card: CardRow; because: FollowRef[] };

/** A keyset page of them; `olderCursor` is null on the last page. */
export type FollowedPage = { rows: FollowedRow[]; olderCursor: string | null };

/** More follows than this are not asked at once; the newest follows come first. */
const askedMax = 100;
/** Rows read over all follows; each is asked for its share, at least a few. */
const rowsMax = 1_000;
const eachMin = 8;
const takeMax = 50;

/**
 * The newest of what is followed, one card a story: of a title its articles, of a section the stories in these
 * languages, of a topic and a writer what is about or by them, of a story its newest telling. Order: publishedAt desc, id desc.
 *
 * Each follow is asked for its newest few by an index. Where one has more than that, the page ends with the last place
 * up to which all are known whole, so a page may be shorter than asked while the cursor still leads on.
 *
 * @param page.languages primary subtags that sections are read in
 */
export async function listFollowedRows(
  refs: readonly FollowRef[],
  page: { take: number; languages: readonly string[]; cursor?: string | null },
  conn: Conn = db,
): Promise<FollowedPage> {
  const asked = refs.slice(0, askedMax);
  if (asked.length === 0) return { rows: [], olderCursor: null };
  const take = Math.max(1, Math.min(takeMax, Math.trunc(page.take)));
  const each = Math.max(eachMin, Math.min(take + 1, Math.ceil(rowsMax / asked.length)));
  const source = followedSource(asked, { take, each, languages: page.languages, cursor: page.cursor });
  const extra = Prisma.sql`f.because, f.place_at AS "placeAt", f.place_id AS "placeId", f.edge_at AS "edgeAt", f.edge_id AS "edgeId"`;
  const found = await selectCardsWith<PlaceRecord>(extra, source, Prisma.sql`ORDER BY f.place_at DESC, f.place_id DESC`, conn);
  const shown = found.slice(0, take);
  return {
    rows: shown.map(({ row, extra: { because } }) => ({ card: row, because: because.flatMap((ref) => readFollowRef(ref) ?? []) })),
    olderCursor: cursorAfter(shown, found.length > take),
  };
}

type PlaceRecord = { because: string[]; placeAt: Date; placeId: number; edgeAt: Date | null; edgeId: number | null };

function cursorAfter(shown: readonly { extra: PlaceRecord }[], hasMore: boolean): string | null {
  const last = shown.at(-1)?.extra;
  if (!last) return null;
  if (hasMore) return encodeCursor({ publishedAtMs: last.placeAt.getTime(), id: last.placeId });
  return last.edgeAt && last.edgeId ? encodeCursor({ publishedAtMs: last.edgeAt.getTime(), id: last.edgeId }) : null;
}

type Asking = { take: number; each: number; languages: readonly string[]; cursor?: string | null | undefined };

/** The statement's FROM: `f`, a place in the list, with its article `a`. */
function followedSource(refs: readonly FollowRef[], { take, each, languages, cursor: text }: Asking): Prisma.Sql {
  const cursor = decodeCursor(text);
  const older = (at: Prisma.Sql, id: Prisma.Sql) =>
    cursor ? Prisma.sql`AND (${at}, ${id}) < (${new Date(cursor.publishedAtMs)}, ${cursor.id})` : Prisma.empty;
  // What the first page showed a story by is newer than all of an older page: there it must not stand again.
  const unseen = cursor ? Prisma.sql`AND NOT EXISTS (${newerTelling(refs, languages)})` : Prisma.empty;
  return Prisma.sql`(
    WITH found AS MATERIALIZED (${askEach(refs, each, languages, older)}),
    edge AS (SELECT published_at, id FROM found WHERE nth = ${each} ORDER BY published_at DESC, id DESC LIMIT 1),
    newest AS (SELECT DISTINCT ON (COALESCE(story_id, -id)) id, published_at, story_id FROM found
      ORDER BY COALESCE(story_id, -id), published_at DESC, id DESC),
    page AS MATERIALIZED (SELECT o.id, o.published_at, o.story_id FROM newest o LEFT JOIN edge e ON true
      WHERE (e.id IS NULL OR (o.published_at, o.id) >= (e.published_at, e.id)) ${unseen}
      ORDER BY o.published_at DESC, o.id DESC LIMIT ${take + 1})
    SELECT page.id AS place_id, page.published_at AS place_at, e.published_at AS edge_at, e.id AS edge_id,
      ARRAY(SELECT DISTINCT b.kind || ':' || b.target FROM found b WHERE COALESCE(b.story_id, -b.id) = COALESCE(page.story_id, -page.id)) AS because
    FROM page LEFT JOIN edge e ON true) f JOIN article a ON a.id = f.place_id`;
}

type Older = (at: Prisma.Sql, id: Prisma.Sql) => Prisma.Sql;

const shownNow = Prisma.sql`x.taken_down_at IS NULL AND x.hidden_at IS NULL AND (x.embargo_until IS NULL OR x.embargo_until <= now())`;

/** The newest few of each follow, by an index of its kind: kind, target, id, published_at, story_id and its place among them. */
function askEach(refs: readonly FollowRef[], each: number, languages: readonly string[], older: Older): Prisma.Sql {
  const byArticle = older(Prisma.sql`x.published_at`, Prisma.sql`x.id`);
  const byTopic = older(Prisma.sql`t.published_at`, Prisma.sql`t.article_id`);
  const newest = Prisma.sql`ORDER BY x.published_at DESC, x.id DESC LIMIT ${each}`;
  const each_ = (kind: string, few: Prisma.Sql) => Prisma.sql`
    SELECT r.kind, r.target, few.id, few.published_at, few.story_id,
      row_number() OVER (PARTITION BY r.kind, r.target ORDER BY few.published_at DESC, few.id DESC) AS nth
    FROM ${refRows(refs.filter((ref) => ref.kind === kind))} CROSS JOIN LATERAL (${few}) few`;
  const few = {
    publisher: Prisma.sql`SELECT x.id, x.published_at, x.story_id FROM article x WHERE x.publisher_id = r.target::int AND ${shownNow} ${byArticle} ${newest}`,
    section: Prisma.sql`SELECT x.id, x.published_at, x.story_id FROM article x LEFT JOIN story s ON s.id = x.story_id
      WHERE x.section = r.target AND split_part(x.language, '-', 1) = ANY(${[...languages]}::text[])
        AND (s.id IS NULL OR s.lead_article_id = x.id) AND ${shownNow} ${byArticle} ${newest}`,
    topic: Prisma.sql`SELECT x.id, t.published_at, x.story_id FROM article_topic t JOIN article x ON x.id = t.article_id AND ${shownNow}
      WHERE t.topic_id = r.target::int AND t.weight > 0 ${byTopic} ORDER BY t.published_at DESC, t.article_id DESC LIMIT ${each}`,
    author: Prisma.sql`SELECT x.id, t.published_at, x.story_id FROM article_author t JOIN article x ON x.id = t.article_id AND ${shownNow}
      WHERE t.author_id = r.target::int ${byTopic} ORDER BY t.published_at DESC, t.article_id DESC LIMIT ${each}`,
    story: Prisma.sql`SELECT x.id, x.published_at, x.story_id FROM article x WHERE x.story_id = r.target::int AND ${shownNow} ${byArticle}
      ORDER BY x.published_at DESC, x.id DESC LIMIT 1`,
  };
  const kinds = [...new Set(refs.map(({ kind }) => kind))];
  return Prisma.join(
    kinds.map((kind) => each_(kind, few[kind])),
    " UNION ALL ",
  );
}

/** A newer article of `o`'s story that the same follows would have shown. */
function newerTelling(refs: readonly FollowRef[], languages: readonly string[]): Prisma.Sql {
  const idsOf = (kind: FollowRef["kind"]) => refs.filter((ref) => ref.kind === kind).map(({ target }) => Number(target));
  const slugs = refs.filter(({ kind }) => kind === "section").map(({ target }) => target);
  return Prisma.sql`SELECT 1 FROM article x LEFT JOIN story s ON s.id = x.story_id
    WHERE x.story_id = o.story_id AND (x.published_at, x.id) > (o.published_at, o.id) AND ${shownNow} AND (
      x.publisher_id = ANY(${idsOf("publisher")}::int[]) OR x.story_id = ANY(${idsOf("story")}::int[])
      OR (x.section = ANY(${slugs}::text[]) AND s.lead_article_id = x.id AND split_part(x.language, '-', 1) = ANY(${[...languages]}::text[]))
      OR EXISTS (SELECT 1 FROM article_topic t WHERE t.article_id = x.id AND t.topic_id = ANY(${idsOf("topic")}::int[]) AND t.weight > 0)
      OR EXISTS (SELECT 1 FROM article_author w WHERE w.article_id = x.id AND w.author_id = ANY(${idsOf("author")}::int[])))`;
}
