import "server-only";
import { addMs, minuteMs } from "@/lib/core/clock";
import type { ReaderSettings } from "@/lib/reading/types";
import { logOrder } from "./engine/rank-log";
import { keepOrder, keepSlots, type OrderSlice } from "./order-store";
import { type RankedFor, rankViewer } from "./rank-viewer-queries";
import { toSlot } from "./to-slot";

/** So many cards an order has: what a front page shows of it, and two pages more. */
const orderCards = 70;
/** A page view within this time shows the order that was made; reading goes on where it was left. */
const orderMs = 10 * minuteMs;

/**
 * The order of a reader's front page: the kept one while it is fresh and nothing of the reader's has changed since, else a
 * new one, which is kept with all that it was made of.
 *
 * @param newest the kept one; null for none
 */
export async function findFrontOrder(reader: RankedFor, newest: OrderSlice | null): Promise<OrderSlice> {
  const { viewer, settings, now } = reader;
  if (newest && isFresh(newest, settings, now)) return newest;
  const { cards, context } = await rankViewer(reader, orderCards);
  const { cards: logged, ...basis } = logOrder(cards, context);
  const id = await keepOrder({ userId: viewer.userId, seed: context.seed, basis, cards: logged }, now);
  const slice = { id, madeAt: now, slots: cards.map(toSlot) };
  keepSlots(viewer.userId, slice);
  return slice;
}

/** As `findFrontOrder`, made for somebody to look at and not kept: nothing is written of whoever it is made for. */
export async function previewFrontOrder(asked: RankedFor): Promise<OrderSlice> {
  const { cards } = await rankViewer(asked, orderCards);
  return { id: 0, madeAt: asked.now, slots: cards.map(toSlot) };
}

function isFresh({ madeAt }: OrderSlice, { changedAt }: ReaderSettings, now: Date): boolean {
  return madeAt > addMs(now, -orderMs) && madeAt <= now && (changedAt === null || changedAt < madeAt);
}
