import "server-only";
import { mayRead } from "@/lib/entitlements/may-read";
import type { Viewer } from "@/lib/entitlements/types";
import { rememberBy } from "@/lib/platform/remember";
import type { CardRow } from "./card-row";
import { listCardsByIds } from "./card-store";
import { showCard } from "./show-card";
import type { ArticleCard } from "./types";

// The same for everyone: who may open what is decided below, for each viewer.
const alternateRows = rememberBy({ forMs: 5_000, keysMax: 500 }, async (ids: string) => {
  const rows = await listCardsByIds(ids.split(" ").map(Number));
  return new Map(rows.map((row) => [row.id, row]));
});

/**
 * Cards as one viewer sees them, each story by an article that this viewer may open where there is one: the lead stands
 * unless it is shut and another title's is not. One more query for a whole list, and only where a lead is shut.
 */
export async function showStoryCards(rows: readonly CardRow[], viewer: Viewer, now: Date): Promise<ArticleCard[]> {
  const wanted = rows.map((row) => findOpenable(row, viewer, now));
  const ids = [...new Set(wanted.flatMap((id) => id ?? []))].sort((a, b) => a - b).slice(0, 100);
  const others = ids.length === 0 ? new Map<number, CardRow>() : await alternateRows(ids.join(" "));
  return rows.map((row, index) => {
    const other = others.get(wanted[index] ?? 0);
    // The story's row may be a moment behind the articles' policies.
    const isBetter = other !== undefined && other.storyId === row.storyId && mayRead(viewer, other.policy, now).granted;
    return showCard(isBetter ? other : row, viewer, now);
  });
}

function findOpenable(row: CardRow, viewer: Viewer, now: Date): number | null {
  if (row.alternates.length === 0 || mayRead(viewer, row.policy, now).granted) return null;
  const open = row.alternates.find((alternate) => mayRead(viewer, { ...alternate, embargoUntil: null, takenDownAt: null }, now).granted);
  return open?.id ?? null;
}
