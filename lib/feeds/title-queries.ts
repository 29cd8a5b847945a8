import "server-only";
import { requireAdmin } from "@/lib/accounts/guards";
import { listBoard, listFeedNotes } from "./board-store";
import { findKnownFeeds, listSubscriptions } from "./feed-known-store";
import { findLook } from "./look-store";
import type { FeedLook } from "./look-types";
import type { TitleFilter } from "./title-filter";
import { listTitleCountries, listTitleRows } from "./title-list-store";
import { findMergedSlug, findTitleRecord, listCategories, listDecisions, listFeedsOf } from "./title-store";
import type { TitleView } from "./title-types";

/** A page of all titles for the office, and the countries they can be narrowed to. */
export async function listOfficeTitles(filter: TitleFilter) {
  if (!(await requireAdmin())) return null;
  const [page, countries] = await Promise.all([listTitleRows(filter), listTitleCountries()]);
  return { ...page, countries };
}

/** A look at an address with which of its feeds are read already, and for whom. */
export type LookView = FeedLook & { owners: ReadonlyMap<string, { slug: string; name: string }> };

/** What came of a look; null for none. */
export async function readLook(id: string): Promise<LookView | null> {
  const look = (await requireAdmin()) && (await findLook(id));
  if (!look) return null;
  const feeds = look.result?.kind === "found" || look.result?.kind === "list" ? look.result.feeds : [];
  return { ...look, owners: await findKnownFeeds(feeds.map((feed) => feed.url)) };
}

/** A title for the office, in the paper or not; null for none. */
export async function readTitle(slug: string, now: Date): Promise<TitleView | null> {
  const title = (await requireAdmin()) && (await findTitleRecord(slug));
  if (!title) return null;
  // Before all that a first reading fills: who sees a feed as not read yet looks again, and must miss nothing then.
  const feeds = await listFeedsOf(title.id);
  const [board, notes, decisions, categories] = await Promise.all([
    listBoard({ filter: null, publisherId: title.id, after: null }, now),
    listFeedNotes(title.id),
    listDecisions(title.id),
    listCategories(title.id),
  ]);
  return { title, feeds, board: board.rows, notes, decisions, categories };
}

/** Every feed that is read, as a list of subscriptions; null for anyone but an admin. At most 10,000, by title. */
export const listAllFeeds = async () => ((await requireAdmin()) ? listSubscriptions() : null);

/** Where a title's addresses lead that is part of another now; null for any other. */
export const findSuccessor = (slug: string): Promise<string | null> => findMergedSlug(slug);
