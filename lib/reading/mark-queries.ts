import "server-only";
import type { ArticleCard, CardMine, CardPage } from "@/lib/articles/types";
import type { Viewer } from "@/lib/entitlements/types";
import { type CardState, listCardStates } from "./mark-store";

/** How a page's cards stand with its reader, by article; empty for a visitor, whose pages are the same for all. */
export type CardMarks = ReadonlyMap<number, CardMine>;

const cardsAtOnce = 100;

/** How these cards stand with the viewer: one query for every 100. */
export async function findMarks(viewer: Viewer, cards: readonly ArticleCard[]): Promise<CardMarks> {
  if (viewer.kind === "visitor" || cards.length === 0) return new Map();
  const ids = [...new Set(cards.map(({ id }) => id))];
  const lists = Array.from({ length: Math.ceil(ids.length / cardsAtOnce) }, (_, at) => ids.slice(at * cardsAtOnce, (at + 1) * cardsAtOnce));
  const states = (await Promise.all(lists.map((list) => listCardStates(viewer.userId, list)))).flat();
  const known = new Map(states.map((state) => [state.articleId, state]));
  return new Map(cards.map((card) => [card.id, toMine(card, known.get(card.id))]));
}

/** The same card with how it stands; as it is where nothing is known of its reader. */
export function withMark<Card extends ArticleCard>(card: Card, marks: CardMarks): Card {
  const mine = marks.get(card.id);
  return mine ? { ...card, mine } : card;
}

/** Cards with how they stand with the viewer, in the same order; for a visitor the very same. */
export async function markCards<Card extends ArticleCard>(viewer: Viewer, cards: readonly Card[]): Promise<Card[]> {
  const marks = await findMarks(viewer, cards);
  return cards.map((card) => withMark(card, marks));
}

/** A page of cards with how they stand with the viewer. */
export async function markPage(viewer: Viewer, page: CardPage): Promise<CardPage> {
  return { ...page, cards: await markCards(viewer, page.cards) };
}

const toMine = (card: ArticleCard, state: CardState | undefined): CardMine => ({
  state: state?.isChanged ? "changed" : state?.isRead ? "read" : "unread",
  isSaved: state?.isSaved ?? false,
  whyUrl: `/why/${card.slug}`,
});
