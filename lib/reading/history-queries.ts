import "server-only";
import { decodeCursor } from "@/lib/articles/cursor";
import type { Viewer } from "@/lib/entitlements/types";
import { type HistoryRow, listHistory } from "./history-store";
import { cutPage, showOwnCards } from "./own-card-queries";
import type { HistoryEntry, OwnPage } from "./own-types";
import { findReaderSettings } from "./settings-store";

const entriesPerPage = 40;

/** A page of what a reader read, the latest first, in their zone, and whether more is being kept. */
export async function readHistory(
  viewer: Extract<Viewer, { kind: "account" }>,
  cursor: string | null,
  now: Date,
): Promise<OwnPage<HistoryEntry> & { keepsHistory: boolean; timeZone: string }> {
  const [found, settings] = await Promise.all([
    listHistory(viewer.userId, decodeCursor(cursor), entriesPerPage + 1),
    findReaderSettings(viewer.userId),
  ]);
  const { rows, olderCursor } = cutPage(found, entriesPerPage, (row: HistoryRow) => row.lastAt);
  const shown = await showOwnCards(rows, viewer, now);
  const entries = shown.map(({ row: { row: _row, lastAt, readAt, ...facts }, card }) => ({
    ...facts,
    at: lastAt.toISOString(),
    isRead: readAt !== null,
    card,
  }));
  return { entries, olderCursor, keepsHistory: settings.keepsHistory, timeZone: settings.timeZone };
}
