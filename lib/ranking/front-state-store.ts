import { type Conn, db } from "@/lib/platform/db";
import { readSettings, type SettingsRecord, settingsColumns } from "@/lib/reading/settings-store";
import type { ReaderSettings } from "@/lib/reading/types";
import { changedReads } from "./changed-store";
import { keepSlots, knownSlots, type OrderSlice, slotsOf } from "./order-store";
import type { OrderSlot } from "./to-slot";

/** All that a page view has to know of its reader: settings, the newest order, and what has changed since they read it. */
export type FrontState = { settings: ReaderSettings; newest: OrderSlice | null; changed: number[] };

type StateRecord = SettingsRecord & {
  hasSettings: boolean;
  orderId: number | null;
  madeAt: Date | null;
  /** Null where this process knows them. */
  slots: OrderSlot[] | null;
  changed: number[];
};

/**
 * What a front page begins with, by one statement. An order never changes once it is made, so the cards of one that this
 * process has lately made or read are not read again; which order is the newest, and whether it still counts, always is.
 *
 * @param changedTake so many changed articles at most
 */
export async function findFrontState(userId: string, changedTake: number, conn: Conn = db): Promise<FrontState> {
  const known = knownSlots(userId);
  const rows = await conn.$queryRaw<StateRecord[]>`/* keep frontstate */
    SELECT ${settingsColumns}, s.user_id IS NOT NULL AS "hasSettings", o.id AS "orderId", o.made_at AS "madeAt",
      CASE WHEN o.id <> ${known?.id ?? 0} THEN (${slotsOf}) END AS slots, ${changedReads(userId, changedTake)} AS changed
    FROM (SELECT ${userId}::text AS id) who LEFT JOIN reader_settings s ON s.user_id = who.id
      LEFT JOIN LATERAL (SELECT id, made_at, cards FROM reader_order WHERE user_id = who.id AND kind = 'front' ORDER BY slot_at DESC LIMIT 1) o ON true`;
  const [found] = rows;
  if (!found) throw new Error("A statement of one row had none.");
  const { hasSettings, orderId, madeAt, slots: read, changed, ...settings } = found;
  const slots = read ?? known?.slots;
  const newest = orderId !== null && madeAt !== null && slots ? { id: orderId, madeAt, slots } : null;
  if (read && newest) keepSlots(userId, newest);
  return { settings: readSettings(hasSettings ? settings : null), newest, changed };
}
