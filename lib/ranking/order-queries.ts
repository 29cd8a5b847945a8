import "server-only";
import { addMs, minuteMs } from "@/lib/core/clock";
import type { LanguageWish } from "@/lib/core/read-accept-language";
import type { Viewer } from "@/lib/entitlements/types";
import type { ReaderSettings } from "@/lib/reading/types";
import { logOrder } from "./engine/rank-log";
import { findNewestOrder, keepOrder, type OrderSlice } from "./order-store";
import { rankViewer } from "./rank-viewer-queries";
import { toSlot } from "./to-slot";

type AccountViewer = Extract<Viewer, { kind: "account" }>;

/** So many cards an order has: what a front page shows of it, and two pages more. */
const orderCards = 70;
/** A page view within this time shows the order that was made; reading goes on where it was left. */
const orderMs = 10 * minuteMs;

/**
 * The order of a reader's front page: the kept one while it is fresh and nothing of the reader's has changed since, else a
 * new one, which is kept with all that it was made of.
 *
 * @param hints what the browser says of language and place, for a reader who has said nothing
 */
export async function findFrontOrder(viewer: AccountViewer, settings: ReaderSettings, hints: LanguageWish, now: Date): Promise<OrderSlice> {
  const newest = await findNewestOrder(viewer.userId);
  if (newest && isFresh(newest, settings, now)) return newest;
  const { cards, context } = await rankViewer({ viewer, settings, hints, now }, orderCards);
  const { cards: logged, ...basis } = logOrder(cards, context);
  const id = await keepOrder({ userId: viewer.userId, seed: context.seed, basis, cards: logged }, now);
  return { id, madeAt: now, slots: cards.map(toSlot) };
}

function isFresh({ madeAt }: OrderSlice, { changedAt }: ReaderSettings, now: Date): boolean {
  return madeAt > addMs(now, -orderMs) && madeAt <= now && (changedAt === null || changedAt < madeAt);
}
