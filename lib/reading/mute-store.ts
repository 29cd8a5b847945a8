import type { MuteKind } from "@/lib/entitlements/mute-types";
import { type Conn, db, inTransaction, type Tx } from "@/lib/platform/db";
import { mutesMax } from "./mute-types";
import { touchReader } from "./settings-store";

/** A mute as its row keeps it; `target` is the row's id in decimal, or the keyword as it was typed. */
export type MuteRow = { id: number; kind: MuteKind; target: string; language: string; mutedAt: Date; expiresAt: Date | null };

export type NewMute = { userId: string; kind: MuteKind; target: string; language: string; expiresAt: Date | null };

/** What a reader has muted now. Order: the latest first; at most 500. */
export function listMuteRows(userId: string, now: Date, conn: Conn = db): Promise<MuteRow[]> {
  return conn.$queryRaw<MuteRow[]>`
    SELECT id, kind, target, language, muted_at AS "mutedAt", expires_at AS "expiresAt" FROM mute
    WHERE user_id = ${userId} AND (expires_at IS NULL OR expires_at > ${now}) ORDER BY muted_at DESC, id DESC LIMIT ${mutesMax}`;
}

/**
 * Mutes something; muted already, it is muted for the new time. What has expired is forgotten, and every order made for the
 * reader before is out of date.
 *
 * @returns the mute's id; null where the reader mutes too much already
 */
export function saveMute(mute: NewMute, now: Date): Promise<number | null> {
  return inTransaction(async (tx) => {
    await tx.mute.deleteMany({ where: { userId: mute.userId, expiresAt: { lte: now } } });
    const id = await insertMute(mute, now, tx);
    if (id !== null) await touchReader(mute.userId, now, tx);
    return id;
  });
}

/** Mutes something no longer; another reader's mute stays. */
export function removeMute(userId: string, id: number, now: Date): Promise<void> {
  return inTransaction(async (tx) => {
    const { count } = await tx.mute.deleteMany({ where: { id, userId } });
    if (count > 0) await touchReader(userId, now, tx);
  });
}

async function insertMute({ userId, kind, target, language, expiresAt }: NewMute, now: Date, tx: Tx): Promise<number | null> {
  const rows = await tx.$queryRaw<{ id: number }[]>`
    INSERT INTO mute (user_id, kind, target, language, muted_at, expires_at)
    SELECT ${userId}, ${kind}, ${target}, ${language}, ${now}::timestamptz, ${expiresAt}::timestamptz
    WHERE (SELECT count(*) FROM mute WHERE user_id = ${userId}
      AND (kind, target, language) <> (${kind}, ${target}, ${language})) < ${mutesMax}
    ON CONFLICT (user_id, kind, target, language) DO UPDATE SET muted_at = excluded.muted_at, expires_at = excluded.expires_at
    RETURNING id`;
  return rows[0]?.id ?? null;
}
