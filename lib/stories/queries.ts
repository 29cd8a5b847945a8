import "server-only";
import { showCard, showCards } from "@/lib/articles/show-card";
import type { ArticleCard } from "@/lib/articles/types";
import { product } from "@/lib/core/product";
import type { Viewer } from "@/lib/entitlements/types";
import { remember, rememberBy } from "@/lib/platform/remember";
import { listRelatedCards, listTopStories, type TopStoryRow } from "./list-store";
import type { TopStory } from "./types";

// The list is the same for everyone; only its locks differ.
const topRows = remember(5_000, () => listTopStories({ take: 30, language: product.editionLanguage }));

const relatedMax = 8;
const relatedRows = rememberBy({ forMs: 60_000, keysMax: 2_000 }, (articleId: number) => listRelatedCards(articleId, relatedMax));

/** The top stories right now, best first; at most 30. */
export async function listTop(take: number, viewer: Viewer, now: Date): Promise<TopStory[]> {
  const rows = await topRows();
  return rows.slice(0, take).map((row: TopStoryRow) => ({ ...row, card: showCard(row.card, viewer, now) }));
}

/** Articles to read after this one: the same story in other titles first, then near stories. */
export async function listRelated(articleId: number, take: number, viewer: Viewer, now: Date): Promise<ArticleCard[]> {
  return showCards((await relatedRows(articleId)).slice(0, take), viewer, now);
}
