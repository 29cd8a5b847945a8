import { mayRead } from "@/lib/entitlements/may-read";
import type { Viewer } from "@/lib/entitlements/types";
import type { CardRow } from "./card-row";
import type { ArticleCard } from "./types";

/** A card as one viewer sees it: the lock is `mayRead`'s live answer, and the policy behind it stays here. */
export function showCard(row: CardRow, viewer: Viewer, now: Date): ArticleCard {
  const { access, licence, storyId: _storyId, ...card } = row;
  return { ...card, isLocked: !mayRead(viewer, { id: row.id, access, licence }, now).granted };
}

/** Cards as one viewer sees them, in the same order. */
export const showCards = (rows: readonly CardRow[], viewer: Viewer, now: Date): ArticleCard[] =>
  rows.map((row) => showCard(row, viewer, now));
