import { addMs, minuteMs } from "@/lib/core/clock";
import { findTotpStep } from "@/lib/core/totp";
import { type Conn, db, inTransaction } from "@/lib/platform/db";
import { backupCodeDigest, openSecret, sealCodes, unsealCodes } from "./two-factor-gateway";
import { readCode } from "./two-factor-rules";

/** An account's authenticator app as stored; `confirmedAt` is null while it is being set up. */
export type TwoFactorRecord = { secret: string; confirmedAt: Date | null; lastStep: number; backupCodesLeft: number };

/** How long new backup codes can be looked at again before only their digests are left. */
const freshCodesMs = 10 * minuteMs;

export async function findTwoFactor(userId: string, conn: Conn = db): Promise<TwoFactorRecord | null> {
  const row = await conn.twoFactor.findUnique({
    where: { userId },
    select: { secret: true, confirmedAt: true, lastStep: true, backupCodes: true },
  });
  if (!row) return null;
  const { backupCodes, ...rest } = row;
  return { ...rest, backupCodesLeft: backupCodes.length };
}

/** Begins a set-up with a new secret, in place of one that was never confirmed; a confirmed one stays. */
export async function startTwoFactor(userId: string, secret: string, conn: Conn = db): Promise<void> {
  await conn.twoFactor.deleteMany({ where: { userId, confirmedAt: null } });
  await conn.twoFactor.createMany({ data: [{ userId, secret }], skipDuplicates: true });
}

/**
 * Ends a set-up: from now on the account has no session that did not show a code.
 *
 * @param step of the code that proved it, which is used with that
 * @returns false when there was nothing to confirm
 */
export function confirmTwoFactor(userId: string, step: number, backupDigests: string[], now: Date): Promise<boolean> {
  return inTransaction(async (tx) => {
    const { count } = await tx.twoFactor.updateMany({
      where: { userId, confirmedAt: null },
      data: { confirmedAt: now, lastStep: step, backupCodes: backupDigests },
    });
    if (count === 1) await tx.user.update({ where: { id: userId }, data: { twoFactorEnabled: true } });
    return count === 1;
  });
}

export async function replaceBackupCodes(userId: string, backupDigests: string[], conn: Conn = db): Promise<boolean> {
  const { count } = await conn.twoFactor.updateMany({
    where: { userId, confirmedAt: { not: null } },
    data: { backupCodes: backupDigests },
  });
  return count === 1;
}

/** Takes the app away from an account, with its codes. @returns whether it was in use, not only being set up */
export function removeTwoFactor(userId: string): Promise<boolean> {
  return inTransaction(async (tx) => {
    const { count } = await tx.twoFactor.deleteMany({ where: { userId, confirmedAt: { not: null } } });
    await tx.twoFactor.deleteMany({ where: { userId } });
    await tx.verification.deleteMany({ where: { id: freshCodesName(userId) } });
    await tx.user.update({ where: { id: userId }, data: { twoFactorEnabled: false }, select: { id: true } });
    return count === 1;
  });
}

/**
 * Whether a typed code proves the account's second factor. It is used with that: the same code proves nothing again,
 * whoever else sends it at the same moment.
 */
export async function takeCode(userId: string, typed: string, now: Date, conn: Conn = db): Promise<boolean> {
  const { kind, code } = readCode(typed);
  if (kind === "backup") return takeBackupCode(userId, code, conn);
  const record = await findTwoFactor(userId, conn);
  if (!record?.confirmedAt) return false;
  const step = findTotpStep(await openSecret(record.secret), code, now, record.lastStep);
  if (step === null) return false;
  const { count } = await conn.twoFactor.updateMany({
    where: { userId, confirmedAt: { not: null }, lastStep: { lt: step } },
    data: { lastStep: step },
  });
  return count === 1;
}

async function takeBackupCode(userId: string, code: string, conn: Conn): Promise<boolean> {
  const digest = backupCodeDigest(code);
  const taken = await conn.$executeRaw`
    UPDATE two_factor SET backup_codes = array_remove(backup_codes, ${digest})
    WHERE user_id = ${userId} AND confirmed_at IS NOT NULL AND ${digest} = ANY(backup_codes)`;
  return taken === 1;
}

/** Keeps new backup codes readable, encrypted, until they are written down or ten minutes are over. */
export async function keepFreshCodes(userId: string, codes: string[], now: Date, conn: Conn = db): Promise<void> {
  const identifier = freshCodesName(userId);
  const row = { value: await sealCodes(codes), expiresAt: addMs(now, freshCodesMs) };
  await conn.verification.upsert({ where: { id: identifier }, create: { id: identifier, identifier, ...row }, update: row });
}

/** The new backup codes that are still to be written down; null when there are none. */
export async function findFreshCodes(userId: string, now: Date, conn: Conn = db): Promise<string[] | null> {
  const row = await conn.verification.findUnique({ where: { id: freshCodesName(userId) }, select: { value: true, expiresAt: true } });
  return row && row.expiresAt > now ? unsealCodes(row.value) : null;
}

export async function dropFreshCodes(userId: string, conn: Conn = db): Promise<void> {
  await conn.verification.deleteMany({ where: { id: freshCodesName(userId) } });
}

const freshCodesName = (userId: string): string => `backup-codes-${userId}`;
