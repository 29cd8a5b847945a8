import "server-only";
import { showStoryCards } from "@/lib/articles/card-queries";
import { hasMutes, withoutMuted } from "@/lib/articles/mute-door-store";
import { showCard } from "@/lib/articles/show-card";
import type { ArticleCard } from "@/lib/articles/types";
import { product } from "@/lib/core/product";
import type { Viewer } from "@/lib/entitlements/types";
import { rememberBy } from "@/lib/platform/remember";
import { withoutMutedParts } from "./hide-in-story-store";
import { listRelatedRows, type RelatedRow } from "./related-store";
import { rightsIn, showStory } from "./show-story";
import type { StoredStory } from "./stored-story";
import { readStory } from "./story-store";
import { listEditions, listTopRows, type TopRow } from "./top-store";
import type { FoundStory, RelatedCard, StoryView, TopPlaceView, TopRequest, TopStory } from "./types";

const topMax = 40;

// The lists are the same for everyone; only their locks differ.
const topRows = rememberBy({ forMs: 5_000, graceMs: 2_000, keysMax: 500 }, (list: string) => {
  const [edition = "", section = ""] = list.split(" ");
  return listTopRows({ edition, section: section as TopRequest["section"], take: topMax });
});
const editionRows = rememberBy({ forMs: 60_000, keysMax: 50 }, (language: string) => listEditions(language));

const relatedMax = 12;
const relatedRows = rememberBy({ forMs: 60_000, keysMax: 2_000 }, (articleId: number) => listRelatedRows(articleId, relatedMax));

const storyRows = rememberBy({ forMs: 5_000, keysMax: 500 }, (slug: string) => readStory(slug));

/** The top stories of the paper's edition right now, best first; at most 40. */
export async function listTop(take: number, viewer: Viewer, now: Date): Promise<TopStory[]> {
  const places = await listTopPlaces({ edition: product.editionLanguage, section: "all", take }, viewer, now);
  return places.map(({ rank, card, titleCount }) => ({ rank, card, titleCount }));
}

/** A list of top stories with why each stands where it does, best first; at most 40. Empty for an edition there is none of. */
export async function listTopPlaces({ edition, section, take }: TopRequest, viewer: Viewer, now: Date): Promise<TopPlaceView[]> {
  const all = await topRows(`${edition} ${section}`);
  // What is muted makes room for the next.
  const rows = hasMutes(viewer) ? all : all.slice(0, take);
  const cards = await showStoryCards(
    rows.map((row) => row.card),
    viewer,
    now,
  );
  const places = rows.flatMap((row, index) => showPlace(row, cards[index] ?? null));
  return places.slice(0, take).map((place, index) => ({ ...place, rank: index + 1 }));
}

function showPlace({ rank, titleCount, score, terms }: TopRow, card: ArticleCard | null): TopPlaceView[] {
  return card?.storySlug ? [{ rank, card, titleCount, score, terms, slug: card.storySlug }] : [];
}

/** The editions of a language that have top stories: "en", then "en-GB" and the like. */
export function listTopEditions(language: string): Promise<string[]> {
  return editionRows(language);
}

/** Articles to read after this one and why: the same story in other titles first, then near stories by the title this viewer may open. */
export async function listRelated(articleId: number, take: number, viewer: Viewer, now: Date): Promise<RelatedCard[]> {
  const all = await relatedRows(articleId);
  const rows = hasMutes(viewer) ? all : all.slice(0, take);
  const [told, others] = [rows.filter(isSameStory), rows.filter((entry) => !isSameStory(entry))].map((part) => part.map(({ row }) => row));
  const [same, swapped] = await Promise.all([withoutMuted(told ?? [], viewer, now), showStoryCards(others ?? [], viewer, now)]);
  const cards = new Map([
    ...same.map((row) => [row.id, showCard(row, viewer, now)] as const),
    ...(others ?? []).map((row, index) => [row.id, swapped[index] ?? null] as const),
  ]);
  return rows
    .flatMap(({ row, reason }) => {
      const card = cards.get(row.id);
      return card ? [{ ...card, reason }] : [];
    })
    .slice(0, take);
}

const isSameStory = ({ reason }: RelatedRow): boolean => reason === "story";

// Most viewers have the same rights to a story: for those it is composed once.
const views = new WeakMap<StoredStory, Map<string, StoryView | null>>();
/** Accounts that spent their free articles differently see it differently; no more of them are kept. */
const viewsMax = 32;

/**
 * The story at this address as this viewer sees it; where another absorbed it, that one's address. Viewers of the same
 * rights, who have muted nothing of it, are given the very same view, so that what is made of it can be kept with it.
 */
export async function findStory(slug: string, viewer: Viewer, now: Date): Promise<FoundStory> {
  const found = await storyRows(slug);
  if (found === null || "movedTo" in found) return found;
  const sorted = await withoutMutedParts(found, viewer, now);
  if (sorted !== found) return showStory(sorted, viewer, now) ?? { allMuted: true };
  const known = views.get(found) ?? new Map<string, StoryView | null>();
  views.set(found, known);
  const rights = rightsIn(found, viewer, now);
  const view = known.get(rights);
  if (view !== undefined) return view;
  if (known.size >= viewsMax) known.clear();
  const made = showStory(found, viewer, now);
  known.set(rights, made);
  return made;
}
