import "server-only";
import type { CardRow } from "@/lib/articles/card-row";
import { listCardsByIds } from "@/lib/articles/card-store";
import { withoutMuted } from "@/lib/articles/mute-door-store";
import { showCard } from "@/lib/articles/show-card";
import { addMs, minuteMs } from "@/lib/core/clock";
import { product } from "@/lib/core/product";
import type { Viewer } from "@/lib/entitlements/types";
import { remember } from "@/lib/platform/remember";
import { listPublished, type PublishedList } from "./published-store";
import { hasEnded, isRunning, resolvePicks } from "./resolve-picks";
import type { BoardEntry, PickCard, PickListView } from "./types";

const ourPicks = "our-picks";

/** The edition that a reader has, asked for only where a pick is meant for some and not for others. */
export type EditionOf = () => Promise<string>;
const everyonesEdition: EditionOf = async () => product.editionLanguage;

type KnownList = PublishedList & { cards: ReadonlyMap<number, CardRow> };

const knownLists = remember(5_000, async (): Promise<KnownList[]> => {
  const now = new Date();
  // What starts before this answer is forgotten has its card already.
  const until = addMs(now, minuteMs);
  const lists = await listPublished(now);
  return withCards(
    lists.map((each) => ({ ...each, entries: each.entries.filter((entry) => !hasEnded(entry, now) && entry.startsAt <= until) })),
  );
});

async function withCards(lists: readonly PublishedList[]): Promise<KnownList[]> {
  const ids = new Set(lists.flatMap(({ entries }) => entries.map(({ articleId }) => articleId)));
  const rows = ids.size === 0 ? [] : await listCardsByIds([...ids]);
  const cards = new Map(rows.map((row) => [row.id, row]));
  return lists.map((each) => ({ ...each, cards }));
}

/** Our Picks running now, in the editors' order, without what this viewer has muted. @param take at most so many */
export async function listOurPicks(take: number, viewer: Viewer, now: Date, editionOf: EditionOf = everyonesEdition): Promise<PickCard[]> {
  const list = (await knownLists()).find((each) => each.list.slug === ourPicks);
  return list ? (await showList(list, viewer, now, editionOf)).slice(0, take) : [];
}

/** The other lists that stand on the front page, in their order; one on which nothing runs is left out. */
export async function listFrontLists(viewer: Viewer, now: Date, editionOf: EditionOf = everyonesEdition): Promise<PickListView[]> {
  const lists = (await knownLists()).filter(({ list }) => list.frontPlace !== null && list.slug !== ourPicks);
  const shown = await Promise.all(lists.map(async (each) => ({ ...nameOf(each), picks: await showList(each, viewer, now, editionOf) })));
  return shown.filter(({ picks }) => picks.length > 0);
}

/** One list as it stands now; null for none that is in the paper. */
export async function findPickList(
  slug: string,
  viewer: Viewer,
  now: Date,
  editionOf: EditionOf = everyonesEdition,
): Promise<PickListView | null> {
  const list = (await knownLists()).find((each) => each.list.slug === slug);
  return list ? { ...nameOf(list), picks: await showList(list, viewer, now, editionOf) } : null;
}

/** Lists as they would stand at another instant for a reader of an edition, from entries that need not be published. */
export async function previewLists(lists: readonly PublishedList[], viewer: Viewer, at: Date, edition: string): Promise<PickListView[]> {
  const running = lists.map((each) => ({ ...each, entries: each.entries.filter((entry) => isRunning(entry, at)) }));
  const known = await withCards(running);
  return Promise.all(known.map(async (each) => ({ ...nameOf(each), picks: await showList(each, viewer, at, async () => edition) })));
}

const nameOf = ({ list: { slug, name, description } }: PublishedList) => ({ slug, name, description });

async function showList({ list, entries, cards }: KnownList, viewer: Viewer, now: Date, editionOf: EditionOf): Promise<PickCard[]> {
  // What cannot be shown leaves its place to another.
  const there = entries.filter((entry) => cards.has(entry.articleId));
  const isForSome = there.some(({ edition }) => edition !== "");
  const scene = { edition: isForSome ? await editionOf() : "", at: now, places: list.places };
  const standing = resolvePicks(there, scene).flatMap(({ entry }) => {
    const card = cards.get(entry.articleId);
    return card ? [{ entry, card }] : [];
  });
  const entryOf = new Map(standing.map(({ entry, card }) => [card, entry]));
  const rows = await withoutMuted([...entryOf.keys()], viewer, now, { wordsWith: (row) => wordsOf(entryOf.get(row)) });
  const unmuted = new Set(rows);
  return standing.filter(({ card }) => unmuted.has(card)).map(({ entry, card }) => dressCard(entry, card, viewer, now));
}

const wordsOf = (entry: BoardEntry | undefined): string[] => (entry ? [entry.note, entry.headline ?? "", entry.standfirst ?? ""] : []);

/** The desk's own words stand on the card, and nowhere else. */
function dressCard(entry: BoardEntry, row: CardRow, viewer: Viewer, now: Date): PickCard {
  const card = showCard(row, viewer, now);
  const words = { headline: entry.headline ?? card.headline, standfirst: entry.standfirst ?? card.standfirst };
  return { card: { ...card, ...words }, note: entry.note, editorName: entry.editorName };
}
