import "server-only";
import { decodeCursor } from "@/lib/articles/cursor";
import type { Viewer } from "@/lib/entitlements/types";
import { markCards } from "./mark-queries";
import { cutPage, showOwnCards } from "./own-card-queries";
import type { OwnPage, SavedEntry } from "./own-types";
import { listSaved, type SavedRow } from "./saved-store";

const entriesPerPage = 30;

/** A page of what a reader saved, the latest first. What left the paper is said so; what they muted since is left out. */
export async function readSaved(
  viewer: Extract<Viewer, { kind: "account" }>,
  cursor: string | null,
  now: Date,
): Promise<OwnPage<SavedEntry>> {
  const found = await listSaved(viewer.userId, decodeCursor(cursor), entriesPerPage + 1);
  const { rows, olderCursor } = cutPage(found, entriesPerPage, (row: SavedRow) => row.savedAt);
  const shown = await showOwnCards(rows, viewer, now);
  const cards = await markCards(
    viewer,
    shown.flatMap(({ card }) => card ?? []),
  );
  const marked = new Map(cards.map((card) => [card.id, card]));
  return {
    entries: shown.map(({ row, card }) => ({
      articleId: row.articleId,
      savedAt: row.savedAt.toISOString(),
      card: card && (marked.get(card.id) ?? card),
    })),
    olderCursor,
  };
}
