import "server-only";
import { showCards } from "@/lib/articles/card-queries";
import type { CardRow } from "@/lib/articles/card-row";
import { encodeCursor } from "@/lib/articles/cursor";
import type { ArticleCard } from "@/lib/articles/types";
import type { Viewer } from "@/lib/entitlements/types";

type OwnRow = { articleId: number; row: CardRow | null };

/**
 * Rows of a reader's own list with their cards as that reader sees them. What left the paper stays, without a card; what
 * the reader has muted since is left out.
 */
export async function showOwnCards<Row extends OwnRow>(
  rows: readonly Row[],
  viewer: Viewer,
  now: Date,
): Promise<{ row: Row; card: ArticleCard | null }[]> {
  const shown = await showCards(
    rows.flatMap(({ row }) => row ?? []),
    viewer,
    now,
  );
  const cards = new Map(shown.map((card) => [card.id, card]));
  return rows.map((row) => ({ row, card: cards.get(row.articleId) ?? null })).filter(({ row, card }) => row.row === null || card !== null);
}

/** The rows of one page, of which one more than `take` was read, and the cursor of the next. @param atOf the instant a row is ordered by */
export function cutPage<Row extends OwnRow>(found: readonly Row[], take: number, atOf: (row: Row) => Date) {
  const rows = found.slice(0, take);
  const last = rows.at(-1);
  const olderCursor = last && found.length > take ? encodeCursor({ publishedAtMs: atOf(last).getTime(), id: last.articleId }) : null;
  return { rows, olderCursor };
}
