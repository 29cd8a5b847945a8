import "server-only";
import { showStoryCards } from "@/lib/articles/card-queries";
import { showCard } from "@/lib/articles/show-card";
import type { ArticleCard } from "@/lib/articles/types";
import { product } from "@/lib/core/product";
import type { Viewer } from "@/lib/entitlements/types";
import { rememberBy } from "@/lib/platform/remember";
import { listRelatedRows } from "./related-store";
import { rightsIn, showStory } from "./show-story";
import type { StoredStory } from "./stored-story";
import { readStory } from "./story-store";
import { listEditions, listTopRows, type TopRow } from "./top-store";
import type { FoundStory, RelatedCard, StoryView, TopPlaceView, TopRequest, TopStory } from "./types";

const topMax = 40;

// The lists are the same for everyone; only their locks differ.
const topRows = rememberBy({ forMs: 5_000, keysMax: 500 }, (list: string) => {
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
  const rows = (await topRows(`${edition} ${section}`)).slice(0, take);
  const cards = await showStoryCards(
    rows.map((row) => row.card),
    viewer,
    now,
  );
  return rows.flatMap((row, index) => showPlace(row, cards[index]));
}

function showPlace({ rank, titleCount, score, terms }: TopRow, card: ArticleCard | undefined): TopPlaceView[] {
  return card?.storySlug ? [{ rank, card, titleCount, score, terms, slug: card.storySlug }] : [];
}

/** The editions of a language that have top stories: "en", then "en-GB" and the like. */
export function listTopEditions(language: string): Promise<string[]> {
  return editionRows(language);
}

/** Articles to read after this one and why: the same story in other titles first, then near stories by the title this viewer may open. */
export async function listRelated(articleId: number, take: number, viewer: Viewer, now: Date): Promise<RelatedCard[]> {
  const rows = (await relatedRows(articleId)).slice(0, take);
  const others = rows.filter(({ reason }) => reason !== "story").map(({ row }) => row);
  const shown = await showStoryCards(others, viewer, now);
  const swapped = new Map(others.map((row, index) => [row.id, shown[index]]));
  return rows.map(({ row, reason }) => ({ ...(swapped.get(row.id) ?? showCard(row, viewer, now)), reason }));
}

// Most viewers have the same rights to a story: for those it is composed once.
const views = new WeakMap<StoredStory, Map<string, StoryView | null>>();
/** Accounts that spent their free articles differently see it differently; no more of them are kept. */
const viewsMax = 32;

/**
 * The story at this address as this viewer sees it; where another absorbed it, that one's address. Viewers of the same
 * rights are given the very same view, so that what is made of it can be kept with it.
 */
export async function findStory(slug: string, viewer: Viewer, now: Date): Promise<FoundStory> {
  const found = await storyRows(slug);
  if (found === null || "movedTo" in found) return found;
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
