import "server-only";
import { showStoryCards } from "@/lib/articles/card-queries";
import { listCardsByIds } from "@/lib/articles/card-store";
import type { ArticleCard } from "@/lib/articles/types";
import type { Viewer } from "@/lib/entitlements/types";
import { findMarks } from "@/lib/reading/mark-queries";
import { findOrder } from "./order-store";
import { markInOrder } from "./own-front-queries";

const cardsPerPage = 30;

/** A page of a reader's order: where the next one begins, or null at the order's end. */
export type ForYouPage = { cards: ArticleCard[]; nextUrl: string | null; isFirst: boolean };

/**
 * A page of an order that was made for this reader: the same cards however often and whenever it is asked for, save those
 * muted since. Null for an order that is none of theirs or is gone.
 *
 * @param from the place it begins at, counted from 0
 */
export async function readForYou(
  { id, from }: { id: number; from: number },
  viewer: Extract<Viewer, { kind: "account" }>,
  now: Date,
): Promise<ForYouPage | null> {
  const order = await findOrder(viewer.userId, id);
  if (!order) return null;
  const end = from + cardsPerPage;
  const rows = await listCardsByIds(order.slots.slice(from, end).map(({ articleId }) => articleId));
  const cards = (await showStoryCards(rows, viewer, now)).filter((card) => card !== null);
  const marks = await findMarks(viewer, cards);
  return {
    cards: cards.map((card) => markInOrder(card, marks, order)),
    nextUrl: end < order.slots.length ? `/for-you/${id}/from/${end}` : null,
    isFirst: from === 0,
  };
}
