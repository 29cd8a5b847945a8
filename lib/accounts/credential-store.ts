import { randomUUID } from "node:crypto";
import { type Conn, db } from "@/lib/platform/db";
import type { WaysIn } from "./types";

/** better-auth's name for a password among the ways in. */
const passwordProvider = "credential";

/** What sign-in has to know of an account. */
export type EntryAccount = {
  id: string;
  name: string;
  email: string;
  emailVerified: boolean;
  role: "reader" | "publisher" | "editor" | "admin";
  twoFactorEnabled: boolean;
};

const entrySelect = { id: true, name: true, email: true, emailVerified: true, role: true, twoFactorEnabled: true } as const;

/** The account with this address; null for none. */
export function findEntryAccount(email: string, conn: Conn = db): Promise<EntryAccount | null> {
  return conn.user.findUnique({ where: { email }, select: entrySelect });
}

/** The account with this id; null when it has been erased meanwhile. */
export function findAccountById(id: string, conn: Conn = db): Promise<EntryAccount | null> {
  return conn.user.findUnique({ where: { id }, select: entrySelect });
}

/** The account with this address and the hash of its password, null where it has none; by one query, since sign-in waits for it. */
export async function findCredential(email: string, conn: Conn = db): Promise<{ account: EntryAccount; hash: string | null } | null> {
  const [found] = await conn.$queryRaw<(EntryAccount & { hash: string | null })[]>`
    SELECT u.id, u.name, u.email, u.email_verified AS "emailVerified", u.role::text AS role,
      u.two_factor_enabled AS "twoFactorEnabled", a.password AS hash
    FROM "user" u LEFT JOIN account a ON a.user_id = u.id AND a.provider_id = ${passwordProvider} WHERE u.email = ${email} LIMIT 1`;
  if (!found) return null;
  const { hash, ...account } = found;
  return { account, hash };
}

/** Sets the password of an account, which may have had none. @param hash of argon2id, never the password */
export async function savePassword(userId: string, hash: string, conn: Conn = db): Promise<void> {
  const { count } = await conn.account.updateMany({ where: { userId, providerId: passwordProvider }, data: { password: hash } });
  if (count > 0) return;
  await conn.account.create({
    data: { id: randomUUID(), userId, accountId: userId, providerId: passwordProvider, password: hash },
    select: { id: true },
  });
}

/** Notes that whoever holds the account reads its address. */
export async function markVerified(userId: string, conn: Conn = db): Promise<void> {
  await conn.user.update({ where: { id: userId }, data: { emailVerified: true }, select: { id: true } });
}

/**
 * Takes every key from an account whose address nobody had proven: someone else may have made it, to wait in it for
 * the owner of the address.
 *
 * Source: Sudhodanan and Paverd, "Pre-hijacked accounts", USENIX Security 2022
 */
export async function takeKeys(userId: string, conn: Conn = db): Promise<void> {
  await conn.session.deleteMany({ where: { userId } });
  await conn.account.deleteMany({ where: { userId } });
  await conn.passkey.deleteMany({ where: { userId } });
  await conn.twoFactor.deleteMany({ where: { userId } });
  await conn.knownDevice.deleteMany({ where: { userId } });
  await conn.user.update({ where: { id: userId }, data: { twoFactorEnabled: false }, select: { id: true } });
}

/** The ways into an account. */
export async function listWaysIn(userId: string, conn: Conn = db): Promise<WaysIn> {
  const [accounts, passkeyCount] = await Promise.all([
    // By name, so that the page always reads the same.
    conn.account.findMany({ where: { userId }, select: { providerId: true }, orderBy: { providerId: "asc" }, take: 20 }),
    conn.passkey.count({ where: { userId } }),
  ]);
  const providers = accounts.map(({ providerId }) => providerId).filter((id) => id !== passwordProvider);
  return { hasPassword: accounts.length > providers.length, providers, passkeyCount };
}

/** Takes one provider's key from an account. */
export async function removeProvider(userId: string, providerId: string, conn: Conn = db): Promise<void> {
  await conn.account.deleteMany({ where: { userId, providerId, NOT: { providerId: passwordProvider } } });
}

/** Gives an account another name. */
export async function saveName(userId: string, name: string, conn: Conn = db): Promise<void> {
  await conn.user.update({ where: { id: userId }, data: { name }, select: { id: true } });
}

/**
 * Gives an account another address, which its owner has just proven to read.
 *
 * @returns false when another account has that address
 */
export async function saveEmail(userId: string, email: string, conn: Conn = db): Promise<boolean> {
  const taken = await conn.user.findUnique({ where: { email }, select: { id: true } });
  if (taken) return taken.id === userId;
  await conn.user.update({ where: { id: userId }, data: { email, emailVerified: true }, select: { id: true } });
  return true;
}
