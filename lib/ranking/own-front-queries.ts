import "server-only";
import { listKnownCards } from "@/lib/articles/known-card-store";
import type { ArticleCard } from "@/lib/articles/types";
import type { LanguageWish } from "@/lib/core/read-accept-language";
import type { Viewer } from "@/lib/entitlements/types";
import { type CardMarks, findMarks, withMark } from "@/lib/reading/mark-queries";
import { findReaderSettings } from "@/lib/reading/settings-store";
import { composeFront, type FrontOrder, type FrontPool } from "./compose-front";
import { type ArrangedBlock, arrangeBlocks, type FrontBlockId } from "./front-blocks";
import { findFrontState } from "./front-state-store";
import { findFrontOrder, previewFrontOrder } from "./order-queries";
import type { OrderSlice } from "./order-store";
import { listStandingCards, readFront, type StandingCards, sectionPool, topPool } from "./queries";
import type { OrderSlot } from "./to-slot";

type AccountViewer = Extract<Viewer, { kind: "account" }>;

/**
 * A reader's own front page. `isFollowing`: the river runs with what they follow, not with the latest of all. `moreUrl`
 * leads on in the order; null where personalisation is off and the page is everyone's.
 */
export type OwnFront = {
  order: FrontOrder<FrontBlockId>;
  isPersonal: boolean;
  isNew: boolean;
  isFollowing: boolean;
  moreUrl: string | null;
};

/** Cards of the order that are read for the top and "For you". */
const headRead = 28;
const riverRead = 12;
const outsideRead = 8;
const changedShown = 4;
const blockShown = 5;
/** Fewer followed cards than this are no river beside a lead, but a block of their own. */
const riverMin = 8;
/** Lead, seconds and "For you": the order goes on after them. */
const onFront = 9;

/**
 * The front page of whoever is signed in: in their own order, or as it stands where they switched that off.
 *
 * @param isPreview somebody else looks at it: nothing is written down
 */
export async function readOwnFront(viewer: AccountViewer, hints: LanguageWish, now: Date, isPreview = false): Promise<OwnFront> {
  const { settings, newest, changed } = await findFrontState(viewer.userId, changedShown);
  if (!settings.isPersonal) {
    const standing = await markOrder(viewer, await readFront(viewer, now), null);
    return { order: standing, isPersonal: false, isNew: false, isFollowing: false, moreUrl: null };
  }
  const asked = { viewer, settings, hints, now };
  const order = await (isPreview ? previewFrontOrder(asked) : findFrontOrder(asked, newest));
  const [head, river, outside] = [order.slots.slice(0, headRead), latestFollowed(order.slots), outsideOf(order.slots)];
  const rows = await listKnownCards([
    ...new Set([...[head, river, outside].flatMap((slots) => slots.map(({ articleId }) => articleId)), ...changed]),
  ]);
  const standing = await listStandingCards(viewer, now, rows);
  const shown = new Map(rows.map((row, index) => [row.id, standing.more[index]]));
  const cardsOf = (ids: readonly number[]) => ids.flatMap((id) => shown.get(id) ?? []);
  const own = {
    head: cardsOf(idsOf(head)),
    river: cardsOf(idsOf(river)),
    outside: cardsOf(idsOf(outside)),
    changed: cardsOf(changed),
  };
  const isFollowing = own.river.length >= riverMin;
  const composed = composeFront({
    top: standing.top,
    // Without a single candidate, in a store that has just been opened, the page is made of the latest.
    head: own.head.length > 0 ? own.head : standing.latest,
    river: isFollowing ? own.river : standing.latest,
    blocks: arrangeBlocks(settings.blockOrder).flatMap(({ id, isShown }) =>
      isShown ? poolOf(id, { ...own, following: isFollowing ? [] : own.river }, standing) : [],
    ),
  });
  return {
    order: await markOrder(viewer, composed, order),
    isPersonal: true,
    isNew: settings.onboardedAt === null,
    isFollowing,
    moreUrl: order.slots.length > onFront ? `/for-you/${order.id}/from/${onFront}` : null,
  };
}

/** How a reader has arranged the blocks of their front page. */
export const readArrangement = async ({ userId }: AccountViewer): Promise<ArrangedBlock[]> =>
  arrangeBlocks((await findReaderSettings(userId)).blockOrder);

const idsOf = (slots: readonly OrderSlot[]): number[] => slots.map(({ articleId }) => articleId);

const latestFollowed = (slots: readonly OrderSlot[]): OrderSlot[] =>
  slots
    .filter(({ isFollowed }) => isFollowed)
    .toSorted((a, b) => b.publishedAtMs - a.publishedAtMs)
    .slice(0, riverRead);

const outsideOf = (slots: readonly OrderSlot[]): OrderSlot[] => slots.filter(({ isOutside }) => isOutside).slice(0, outsideRead);

type OwnCards = { head: ArticleCard[]; following: ArticleCard[]; outside: ArticleCard[]; changed: ArticleCard[] };

function poolOf(id: FrontBlockId, own: OwnCards, standing: StandingCards): FrontPool<FrontBlockId> {
  switch (id) {
    case "top":
      return topPool;
    case "for-you":
      return { id, cards: own.head, take: blockShown, min: 1 };
    case "following":
      return { id, cards: own.following, take: blockShown, min: 1 };
    case "outside":
      return { id, cards: own.outside, take: 4, min: 2 };
    case "changed":
      return { id, cards: own.changed, take: changedShown, min: 1 };
    default:
      return sectionPool(id, standing, blockShown);
  }
}

/** Says of each card how it stands with the reader, and leads to why it stands where it does. */
async function markOrder(
  viewer: AccountViewer,
  front: FrontOrder<FrontBlockId>,
  order: OrderSlice | null,
): Promise<FrontOrder<FrontBlockId>> {
  const cards = [front.lead, ...front.seconds, ...front.blocks.flatMap((block) => block.cards)].filter((card) => card !== null);
  const marks = await findMarks(viewer, cards);
  const mark = (card: ArticleCard) => markInOrder(card, marks, order);
  return {
    ...front,
    lead: front.lead && mark(front.lead),
    seconds: front.seconds.map(mark),
    blocks: front.blocks.map((block) => ({ ...block, cards: block.cards.map(mark) })),
  };
}

/** A card with its marks; one that has a place in the order leads to that place's reasons. */
export function markInOrder(card: ArticleCard, marks: CardMarks, order: Pick<OrderSlice, "id"> | null): ArticleCard {
  const marked = withMark(card, marks);
  if (!marked.mine || !order) return marked;
  return { ...marked, mine: { ...marked.mine, whyUrl: `${marked.mine.whyUrl}?order=${order.id}` } };
}
