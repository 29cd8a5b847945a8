import type { Tx } from "@/lib/platform/db";
import type { ArticleDraft } from "./article-draft";
import { decideEntries, type EntryDecision } from "./decide-entry";
import { insertArticles } from "./insert-store";
import { findKnownArticles } from "./known-store";
import { addMissingPictures } from "./picture-store";
import { type RevisedDraft, reviseArticles } from "./revision-store";

/** What storing a feed's entries did; `unchanged` counts copies within the feed too. */
export type StoreCounts = { created: number; revised: number; unchanged: number; createdIds: number[]; ids: number[] };

/** First half of the advisory lock of a publisher's ingestion; a number of our own choosing. */
const ingestLock = 2_001;
const batchMax = 500;

/**
 * Stores the entries of one feed of one publisher: new articles, new versions of known ones, nothing for
 * what is known already. Running it twice changes nothing; two feeds of a publisher wait for each other.
 *
 * @param drafts all of `feed.publisherId`
 * @returns `createdIds`, and in `ids` all articles whose pages change: new, revised, or completed
 */
export async function storeEntries(
  tx: Tx,
  feed: { publisherId: number },
  drafts: readonly ArticleDraft[],
  options: { now: Date; sanitizerVersion: number },
): Promise<StoreCounts> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${ingestLock}::int, ${feed.publisherId}::int)`;
  const counts: StoreCounts = { created: 0, revised: 0, unchanged: 0, createdIds: [], ids: [] };
  for (let start = 0; start < drafts.length; start += batchMax) {
    addCounts(counts, await storeBatch(tx, feed.publisherId, drafts.slice(start, start + batchMax), options));
  }
  return counts;
}

async function storeBatch(
  tx: Tx,
  publisherId: number,
  drafts: readonly ArticleDraft[],
  options: { now: Date; sanitizerVersion: number },
): Promise<StoreCounts> {
  const decisions = decideEntries(drafts, await findKnownArticles(publisherId, drafts, tx));
  const decided = drafts.map((draft, index) => ({ draft, decision: decisions[index] ?? { kind: "duplicate" as const } }));
  const fresh = decided.filter(({ decision }) => decision.kind === "new").map(({ draft }) => draft);
  const revised = decided.flatMap(({ draft, decision }) => asRevised(draft, decision));
  const stored = await insertArticles(fresh, options, tx);
  await reviseArticles(revised, options, tx);
  const filledIds = await fillIn(decided, tx);
  const createdIds = stored.map(({ id }) => id);
  return {
    created: createdIds.length,
    revised: revised.length,
    unchanged: drafts.length - createdIds.length - revised.length,
    createdIds,
    ids: [...createdIds, ...revised.map(({ known }) => known.id), ...filledIds],
  };
}

function asRevised(draft: ArticleDraft, decision: EntryDecision): RevisedDraft[] {
  return decision.kind === "revised" ? [{ draft, known: decision.known, change: decision.change }] : [];
}

/** What a second feed knows better of an unchanged article: its section, a picture it had none of. */
async function fillIn(decided: readonly { draft: ArticleDraft; decision: EntryDecision }[], tx: Tx): Promise<number[]> {
  const withPictures = decided.flatMap(({ draft, decision }) =>
    decision.kind === "unchanged" && decision.addsPictures ? [{ id: decision.known.id, draft }] : [],
  );
  if (withPictures.length > 0) await addMissingPictures(withPictures, tx);
  const refiledIds: number[] = [];
  for (const { decision } of decided) {
    if (decision.kind !== "unchanged" || decision.section === null) continue;
    await tx.article.update({ where: { id: decision.known.id }, data: { section: decision.section }, select: { id: true } });
    refiledIds.push(decision.known.id);
  }
  return [...new Set([...withPictures.map(({ id }) => id), ...refiledIds])];
}

function addCounts(total: StoreCounts, batch: StoreCounts): void {
  total.created += batch.created;
  total.revised += batch.revised;
  total.unchanged += batch.unchanged;
  total.createdIds.push(...batch.createdIds);
  total.ids.push(...batch.ids);
}
