import { type Sql, toJsonRows } from "@/lib/platform/sql";
import type { ArticleDraft } from "./article-draft";
import { decideEntries, type EntryDecision, type KnownArticles } from "./decide-entry";
import { holdFlood } from "./hold-flood";
import { insertArticles } from "./insert-store";
import type { FloodFacts, FloodVerdict } from "./judge-flood";
import { findKnownArticles } from "./known-store";
import { addMissingPictures } from "./picture-store";
import { type RevisedDraft, reviseArticles } from "./revision-store";

/** The entries of one feed, ready to store. */
export type FeedDrafts = {
  publisherId: number;
  drafts: readonly ArticleDraft[];
  /** What the feed was before this answer; without it nothing is held back. */
  feed?: FloodFacts["feed"];
  /** Whether known articles stay as they are: an archive may hold what a text was before it was corrected. */
  isArchive?: boolean;
};

/** What storing a feed's entries did; `unchanged` counts copies within the feed too. */
export type StoreCounts = {
  created: number;
  revised: number;
  unchanged: number;
  /** Entries that are articles we had before. */
  known: number;
  /** Whether entries were held back, and why. */
  flood: FloodVerdict;
  createdIds: number[];
  /** New articles whose full text is to be fetched from their pages. */
  enrichIds: number[];
  /** All articles whose pages change: new, revised, or completed. */
  ids: number[];
};

/** First half of the advisory lock of a publisher's ingestion; a number of our own choosing. */
const ingestLock = 2_001;

/**
 * Stores the entries of many feeds at once: new articles, new versions of known ones, nothing for what is known
 * already. Running it twice changes nothing; two feeds of a publisher wait for each other.
 *
 * @param feeds at most one of each publisher: a second feed must see what the first has stored
 * @returns one count for each feed, in their order
 */
export async function storeEntries(
  feeds: readonly FeedDrafts[],
  options: { now: Date; sanitizerVersion: number },
  conn: Sql,
): Promise<StoreCounts[]> {
  await lockPublishers(feeds, conn);
  const known = await findKnownArticles(
    feeds.flatMap((feed) => feed.drafts),
    conn,
  );
  const decided = feeds.map((feed) => decideFeed(feed, known.get(feed.publisherId) ?? nothingKnown, options.now));
  const all = decided.flatMap((feed) => feed.entries);
  const placeOf = new Map(decided.flatMap(({ entries }) => entries.map(({ draft }, place) => [draft, place])));
  const stored = await insertArticles(
    all.filter(({ decision }) => decision.kind === "new").map(({ draft }) => draft),
    { ...options, placeOf },
    conn,
  );
  await reviseArticles(all.flatMap(asRevised), options, conn);
  await fillIn(all, conn);
  const createdId = new Map(stored.map(({ id, draft }) => [draft, id]));
  return decided.map((feed) => ({ ...count(feed.entries, createdId), flood: feed.flood }));
}

function decideFeed(
  { drafts, feed = neverRead, isArchive = false }: FeedDrafts,
  known: KnownArticles,
  now: Date,
): { entries: Decided[]; flood: FloodVerdict } {
  const { decisions, flood } = holdFlood(drafts, decideEntries(drafts, known), feed, now);
  const kept = decisions.map((decision): EntryDecision => (isArchive && isKnown(decision) ? { kind: "duplicate" } : decision));
  return { entries: drafts.map((draft, index) => settle(draft, kept[index] ?? { kind: "duplicate" })), flood };
}

const neverRead: FloodFacts["feed"] = { lastSuccessAt: null, lastEntryAt: null, lastErrorKind: null };

type Decided = { draft: ArticleDraft; decision: EntryDecision };

/** A new entry may be stored under other keys than it came with. */
const settle = (draft: ArticleDraft, decision: EntryDecision): Decided => ({
  draft: decision.kind === "new" ? decision.draft : draft,
  decision,
});

const nothingKnown = { byGuid: new Map(), byUrl: new Map() };

async function lockPublishers(feeds: readonly FeedDrafts[], conn: Sql): Promise<void> {
  // In one order, so that two batches cannot deadlock.
  const ids = [...new Set(feeds.map((feed) => feed.publisherId))].sort((a, b) => a - b);
  await conn.query("/* keep publisher locks */ SELECT pg_advisory_xact_lock($1::int, id) FROM unnest($2::int[]) AS id", [ingestLock, ids]);
}

const asRevised = ({ draft, decision }: Decided): RevisedDraft[] =>
  decision.kind === "revised" ? [{ draft, known: decision.known, change: decision.change, dates: decision.dates }] : [];

/** What is known better of an article we hold: its section, a picture it had none of, another date. */
async function fillIn(decided: readonly Decided[], conn: Sql): Promise<void> {
  const withPictures = decided.flatMap(({ draft, decision }) =>
    isKnown(decision) && decision.addsPictures ? [{ id: decision.known.id, draft }] : [],
  );
  await addMissingPictures(withPictures, conn);
  const refiled = decided.flatMap(({ decision }) =>
    isKnown(decision) && decision.refiled !== null ? [{ id: decision.known.id, ...decision.refiled }] : [],
  );
  if (refiled.length > 0) {
    await conn.query(
      `UPDATE article a SET section = r.section, section_by = r.by FROM json_to_recordset($1::json) AS r(id int, section text, by text)
       WHERE a.id = r.id AND a.section_by <> 'editor'`,
      [toJsonRows(refiled)],
    );
  }
  await redate(decided, conn);
}

type KnownDecision = Extract<EntryDecision, { known: unknown }>;

const isKnown = (decision: EntryDecision): decision is KnownDecision => decision.kind === "revised" || decision.kind === "unchanged";

async function redate(decided: readonly Decided[], conn: Sql): Promise<void> {
  const redated = decided.flatMap(({ decision }) =>
    decision.kind === "unchanged" && decision.dates !== null
      ? [{ id: decision.known.id, updated_at: decision.dates.updatedAt, redated_at: decision.dates.redatedAt }]
      : [],
  );
  if (redated.length === 0) return;
  await conn.query(
    `UPDATE article a SET updated_at = r.updated_at, redated_at = r.redated_at
     FROM json_to_recordset($1::json) AS r(id int, updated_at timestamptz, redated_at timestamptz) WHERE a.id = r.id`,
    [toJsonRows(redated)],
  );
}

function count(decided: readonly Decided[], createdId: ReadonlyMap<ArticleDraft, number>): Omit<StoreCounts, "flood"> {
  const createdIds = decided.flatMap(({ draft }) => createdId.get(draft) ?? []);
  const changedIds = decided.flatMap(({ decision }) => changedId(decision) ?? []);
  const revised = decided.filter(({ decision }) => decision.kind === "revised").length;
  return {
    created: createdIds.length,
    revised,
    unchanged: decided.length - createdIds.length - revised,
    known: decided.filter(({ decision }) => isKnown(decision)).length,
    createdIds,
    enrichIds: decided.flatMap(({ draft }) => (draft.wantsFullText ? (createdId.get(draft) ?? []) : [])),
    ids: [...createdIds, ...changedIds],
  };
}

function changedId(decision: EntryDecision): number | null {
  if (decision.kind === "revised") return decision.known.id;
  if (decision.kind !== "unchanged") return null;
  return decision.refiled !== null || decision.addsPictures || decision.dates !== null ? decision.known.id : null;
}
