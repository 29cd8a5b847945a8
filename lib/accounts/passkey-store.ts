import { addMs } from "@/lib/core/clock";
import { sha256Hex } from "@/lib/core/hash";
import { type Conn, db } from "@/lib/platform/db";
import { challengeMs } from "./passkey-challenge";
import type { NewPasskey } from "./passkey-gateway";
import type { PasskeyLine, StoredPasskey } from "./passkey-types";

/** How many passkeys one account may have. */
const passkeysMax = 20;

const usedChallenge = "passkey-challenge";

/** An account's passkeys, the oldest first. */
export function listPasskeys(userId: string, conn: Conn = db): Promise<(PasskeyLine & { transports: string[] })[]> {
  return conn.passkey.findMany({
    where: { userId },
    select: { id: true, name: true, isBackedUp: true, createdAt: true, lastUsedAt: true, transports: true },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    take: passkeysMax,
  });
}

export async function findPasskey(id: string, conn: Conn = db): Promise<StoredPasskey | null> {
  const row = await conn.passkey.findUnique({
    where: { id },
    select: { id: true, userId: true, publicKey: true, counter: true, transports: true },
  });
  return row && { ...row, counter: Number(row.counter) };
}

/** @returns false when the account has its fill, or somebody has a passkey of this id already */
export async function insertPasskey(userId: string, passkey: NewPasskey & { name: string }, conn: Conn = db): Promise<boolean> {
  if ((await conn.passkey.count({ where: { userId }, take: passkeysMax })) >= passkeysMax) return false;
  const { publicKey, ...rest } = passkey;
  const { count } = await conn.passkey.createMany({
    data: [{ ...rest, userId, publicKey: new Uint8Array(publicKey) }],
    skipDuplicates: true,
  });
  return count === 1;
}

/** Renames a passkey of this account. @returns false when it has none of this id */
export async function renamePasskey(userId: string, id: string, name: string, conn: Conn = db): Promise<boolean> {
  const { count } = await conn.passkey.updateMany({ where: { userId, id }, data: { name } });
  return count === 1;
}

/** Removes a passkey of this account. @returns false when it has none of this id */
export async function removePasskey(userId: string, id: string, conn: Conn = db): Promise<boolean> {
  const { count } = await conn.passkey.deleteMany({ where: { userId, id } });
  return count === 1;
}

/**
 * Writes down that a passkey was used.
 *
 * @param counter what its authenticator counted; 0 from one that does not count
 * @returns false when a use that counted as far was written meanwhile: one of the two is a copy
 */
export async function markPasskeyUsed(
  id: string,
  { counter, isBackedUp }: { counter: number; isBackedUp: boolean },
  now: Date,
  conn: Conn = db,
): Promise<boolean> {
  const before = counter === 0 ? 0 : { lt: counter };
  const { count } = await conn.passkey.updateMany({ where: { id, counter: before }, data: { counter, isBackedUp, lastUsedAt: now } });
  return count === 1;
}

/** Uses a question up. @returns false when it was answered before */
export async function claimChallenge(challenge: string, now: Date, conn: Conn = db): Promise<boolean> {
  await conn.verification.deleteMany({ where: { identifier: usedChallenge, expiresAt: { lt: now } } });
  const row = { id: sha256Hex(`${usedChallenge}:${challenge}`), identifier: usedChallenge, value: "", expiresAt: addMs(now, challengeMs) };
  const { count } = await conn.verification.createMany({ data: [row], skipDuplicates: true });
  return count === 1;
}
