import { type Sql, toJsonRows } from "@/lib/platform/sql";
import type { ArticleDraft } from "./article-draft";
import { insertBodies } from "./body-store";
import { creditAuthors, type StoredDraft } from "./credit-store";
import { attachPictures } from "./picture-store";

export type InsertOptions = {
  now: Date;
  sanitizerVersion: number;
  /** Each draft's place in its feed's answer, counted from 0. */
  placeOf: ReadonlyMap<ArticleDraft, number>;
};

/**
 * Stores drafts, of one publisher or many, as new articles with their authors, pictures and texts: one statement
 * a table, however many there are.
 *
 * @returns those stored; one whose keys someone else stored meanwhile is left out
 */
export async function insertArticles(drafts: readonly ArticleDraft[], options: InsertOptions, conn: Sql): Promise<StoredDraft[]> {
  if (drafts.length === 0) return [];
  const taken = await findTakenSlugs(drafts, conn);
  const first = await insertRows(
    drafts.map((draft) => withSlug(draft, chooseSlug(draft, taken))),
    options,
    conn,
  );
  const missed = drafts.filter((draft) => !first.has(keyOf(draft)));
  // Another publisher took the slug between our look and our insert: the hashed one is ours alone.
  const second = await insertRows(
    missed.map((draft) => withSlug(draft, draft.slug.unique)),
    options,
    conn,
  );
  const stored = drafts.flatMap((draft) => {
    const id = first.get(keyOf(draft)) ?? second.get(keyOf(draft));
    return id === undefined ? [] : [{ id, draft }];
  });
  await creditAuthors(stored, conn);
  await attachPictures(stored, conn);
  await insertBodies(stored, options.sanitizerVersion, conn);
  return stored;
}

type SluggedDraft = { draft: ArticleDraft; chosen: string };

const withSlug = (draft: ArticleDraft, chosen: string): SluggedDraft => ({ draft, chosen });
const keyOf = (keys: { publisherId: number; guidHash: string }): string => `${keys.publisherId}:${keys.guidHash}`;

async function findTakenSlugs(drafts: readonly ArticleDraft[], conn: Sql): Promise<Set<string>> {
  const { rows } = await conn.query<{ slug: string }>("/* keep taken slugs */ SELECT slug FROM article WHERE slug = ANY($1::text[])", [
    drafts.map((draft) => draft.slug.plain),
  ]);
  return new Set(rows.map((row) => row.slug));
}

function chooseSlug(draft: ArticleDraft, taken: Set<string>): string {
  const chosen = taken.has(draft.slug.plain) ? draft.slug.unique : draft.slug.plain;
  taken.add(chosen);
  return chosen;
}

/** Inserts what conflicts with nothing and returns the ids by publisher and guid hash. */
async function insertRows(slugged: readonly SluggedDraft[], { now, placeOf }: InsertOptions, conn: Sql): Promise<Map<string, number>> {
  if (slugged.length === 0) return new Map();
  // Sorted by slug, the one key that publishers share, so that two transactions cannot deadlock on it.
  const rows = slugged.map((each) => toRow(each, placeOf.get(each.draft))).sort((a, b) => (a.slug < b.slug ? -1 : 1));
  const inserted = await conn.query<{ id: number; publisherId: number; guidHash: string }>(insertStatement, [toJsonRows(rows), now]);
  return new Map(inserted.rows.map((row) => [keyOf(row), row.id]));
}

const insertStatement = `/* keep new articles */
  INSERT INTO article (publisher_id, guid, guid_hash, url, url_hash, slug, headline, standfirst, lead_in, byline, section, section_by, categories,
    language, direction, access, has_body, word_count, content_hash, lead_media_hash, published_at, updated_at, enrich_state, feed_place, first_seen_at)
  SELECT r.*, $2::timestamptz FROM json_to_recordset($1::json) AS r(publisher_id int, guid text, guid_hash char(32), url text,
    url_hash char(32), slug text, headline text, standfirst text, lead_in text, byline text, section text, section_by text, categories text[],
    language text, direction text, access "Wall", has_body boolean, word_count int, content_hash char(32), lead_media_hash char(32),
    published_at timestamptz, updated_at timestamptz, enrich_state enrich_state, feed_place smallint)
  ON CONFLICT DO NOTHING
  RETURNING id, publisher_id AS "publisherId", guid_hash AS "guidHash"`;

/** Feeds of tens of thousands of entries end somewhere, for a column of two bytes. */
const toPlace = (place: number | undefined): number | null => (place === undefined ? null : Math.min(place, 32_767));

function toRow({ draft, chosen }: SluggedDraft, place: number | undefined) {
  return {
    publisher_id: draft.publisherId,
    guid: draft.guid,
    guid_hash: draft.guidHash,
    url: draft.url,
    url_hash: draft.urlHash,
    slug: chosen,
    headline: draft.headline,
    standfirst: draft.standfirst,
    lead_in: draft.leadIn,
    byline: draft.byline,
    section: draft.section,
    section_by: draft.sectionBy,
    categories: draft.categories,
    language: draft.language,
    direction: draft.direction,
    access: draft.access,
    has_body: draft.body !== null,
    word_count: draft.wordCount,
    content_hash: draft.contentHash,
    lead_media_hash: draft.pictures[0]?.hash ?? null,
    published_at: draft.publishedAt,
    updated_at: draft.updatedAt,
    enrich_state: draft.wantsFullText ? "wanted" : null,
    feed_place: toPlace(place),
  };
}
