import { addMs, dayMs } from "@/lib/core/clock";
import { type Conn, db } from "@/lib/platform/db";
import { toJsonRows } from "@/lib/platform/sql";
import { Prisma } from "@/prisma/generated/client";
import type { OrderSlot } from "./to-slot";
import type { RankedCard } from "./types";

/** An order that was made for one reader, by its cards in order. */
export type OrderSlice = { id: number; madeAt: Date; slots: OrderSlot[] };

/** An order with all that it was made of. `basis` is what `replay-order` reads. */
export type WholeOrder = { id: number; madeAt: Date; basis: unknown; cards: unknown };

/** Every reader keeps the last of their orders, and those of the last day whatever their number. */
const ordersKept = 20;

/** The database takes the few facts out of the kept cards, so that a page view reads a tenth of them. */
export const slotsOf = Prisma.sql`SELECT COALESCE(json_agg(json_build_object('articleId', c.card->'candidate'->'articleId', 'isOutside', c.card->'isOutside',
  'isFollowed', jsonb_array_length(c.card->'candidate'->'followed') > 0, 'publishedAtMs', c.card->'candidate'->'publishedAtMs') ORDER BY c.place), '[]')
  FROM jsonb_array_elements(o.cards) WITH ORDINALITY AS c(card, place)`;

/** The cards of the newest order of readers who were here lately, for as long as there is room. */
const lately = new Map<string, Pick<OrderSlice, "id" | "slots">>();
const latelyMax = 3_000;

/** The cards of an order of this reader's as this process last saw them; whether it is still the newest is the database's to say. */
export const knownSlots = (userId: string): Pick<OrderSlice, "id" | "slots"> | null => lately.get(userId) ?? null;

/** Keeps the cards of a reader's order at hand. */
export function keepSlots(userId: string, { id, slots }: Pick<OrderSlice, "id" | "slots">): void {
  lately.delete(userId);
  lately.set(userId, { id, slots });
  const [oldest] = lately.keys();
  if (lately.size > latelyMax && oldest !== undefined) lately.delete(oldest);
}

/** The newest order of a reader's front page; null for none. */
export async function findNewestOrder(userId: string, conn: Conn = db): Promise<OrderSlice | null> {
  const rows = await conn.$queryRaw<OrderSlice[]>`/* keep neworder */
    SELECT o.id, o.made_at AS "madeAt", (${slotsOf}) AS slots FROM reader_order o
    WHERE o.user_id = ${userId} AND o.kind = 'front' ORDER BY o.slot_at DESC LIMIT 1`;
  return rows[0] ?? null;
}

/** One of the orders of a reader's own front page; null for none, and for another's. */
export async function findOrder(userId: string, id: number, conn: Conn = db): Promise<OrderSlice | null> {
  const rows = await conn.$queryRaw<OrderSlice[]>`
    SELECT o.id, o.made_at AS "madeAt", (${slotsOf}) AS slots FROM reader_order o WHERE o.id = ${id} AND o.user_id = ${userId} AND o.kind = 'front'`;
  return rows[0] ?? null;
}

/** One of a reader's own orders, front page or edition, with all that it was made of. */
export async function findWholeOrder(userId: string, id: number, conn: Conn = db): Promise<WholeOrder | null> {
  return conn.readerOrder.findFirst({ where: { id, userId }, select: { id: true, madeAt: true, basis: true, cards: true } });
}

/** Keeps an order of the front page and drops those that nobody scrolls any more. @returns its id */
export async function keepOrder(
  order: { userId: string; seed: number; basis: object; cards: readonly RankedCard[] },
  now: Date,
  conn: Conn = db,
): Promise<number> {
  const { userId, seed, basis, cards } = order;
  const rows = await conn.$queryRaw<{ id: number }[]>`/* keep order */
    WITH old AS (
      DELETE FROM reader_order WHERE user_id = ${userId} AND kind = 'front' AND slot_at < ${addMs(now, -dayMs)}
        AND slot_at < (SELECT slot_at FROM reader_order WHERE user_id = ${userId} AND kind = 'front' ORDER BY slot_at DESC OFFSET ${ordersKept - 2} LIMIT 1))
    INSERT INTO reader_order (user_id, kind, slot_at, made_at, seed, basis, cards)
    VALUES (${userId}, 'front', ${now}, ${now}, ${seed}, ${JSON.stringify(basis)}::jsonb, ${toJsonRows(cards)}::jsonb)
    ON CONFLICT (user_id, kind, slot_at) DO UPDATE SET seed = excluded.seed, basis = excluded.basis, cards = excluded.cards
    RETURNING id`;
  const [kept] = rows;
  if (!kept) throw new Error("An order was not kept.");
  return kept.id;
}
