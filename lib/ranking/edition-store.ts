import { addMs, dayMs } from "@/lib/core/clock";
import { type Conn, db } from "@/lib/platform/db";
import { toJsonRows } from "@/lib/platform/sql";
import { Prisma } from "@/prisma/generated/client";
import type { RankedCard } from "./types";

/** A kept edition, by its articles in reading order and the countries that their titles are of. */
export type KeptEdition = { id: number; stories: { articleId: number; country: string }[] };

/** Which edition: of a length, for an hour of its reader. */
export type EditionKey = { userId: string; minutes: number; slotAt: Date };

const keptDays = 14;

const stories = Prisma.sql`SELECT COALESCE(json_agg(json_build_object('articleId', c.card->'candidate'->'articleId',
  'country', c.card->'candidate'->'country') ORDER BY c.place), '[]') FROM jsonb_array_elements(o.cards) WITH ORDINALITY AS c(card, place)`;

const kindOf = (minutes: number): string => `edition-${minutes}`;

/** A reader's edition; null before it is made. */
export async function findEdition({ userId, minutes, slotAt }: EditionKey, conn: Conn = db): Promise<KeptEdition | null> {
  const rows = await conn.$queryRaw<KeptEdition[]>`
    SELECT o.id, (${stories}) AS stories FROM reader_order o
    WHERE o.user_id = ${userId} AND o.kind = ${kindOf(minutes)} AND o.slot_at = ${slotAt}`;
  return rows[0] ?? null;
}

/** Keeps an edition, and drops those of a fortnight ago. Where two are made at once the first one stands for both. */
export async function keepEdition(
  edition: EditionKey & { seed: number; basis: object; cards: readonly RankedCard[] },
  now: Date,
  conn: Conn = db,
): Promise<void> {
  const { userId, minutes, slotAt, seed, basis, cards } = edition;
  await conn.$executeRaw`
    WITH old AS (
      DELETE FROM reader_order WHERE user_id = ${userId} AND kind = ${kindOf(minutes)} AND slot_at < ${addMs(now, -keptDays * dayMs)})
    INSERT INTO reader_order (user_id, kind, slot_at, made_at, seed, basis, cards)
    VALUES (${userId}, ${kindOf(minutes)}, ${slotAt}, ${now}, ${seed}, ${JSON.stringify(basis)}::jsonb, ${toJsonRows(cards)}::jsonb)
    ON CONFLICT (user_id, kind, slot_at) DO NOTHING`;
}
