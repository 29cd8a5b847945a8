import "server-only";
import { requireAdmin } from "@/lib/accounts/guards";
import { type BoardPlace, listBoard, listFeedNotes } from "./board-store";
import type { BoardFilter } from "./board-types";
import { makePublicHealth, type PublicHealth } from "./public-health";
import { findTitleRecord, listDecisions } from "./title-store";

/** A page of the board of health for the office. */
export async function readBoard(filter: BoardFilter | null, after: BoardPlace | null, now: Date) {
  return (await requireAdmin()) && listBoard({ filter, publisherId: null, after }, now);
}

/** A title's health as anybody may read it; null for one that is not in the paper. */
export async function readPublicHealth(slug: string, now: Date): Promise<PublicHealth | null> {
  const title = await findTitleRecord(slug);
  if (!title?.isActive) return null;
  const [board, notes, decisions] = await Promise.all([
    listBoard({ filter: null, publisherId: title.id, after: null }, now),
    listFeedNotes(title.id),
    listDecisions(title.id),
  ]);
  return makePublicHealth(title, board.rows, notes, decisions);
}
