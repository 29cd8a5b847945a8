import type { Role } from "@/lib/entitlements/types";
import { type Conn, db } from "@/lib/platform/db";
import { needsSecondFactor } from "./judge-session";
import type { Try } from "./limits-store";
import { findPendingSession, findSession } from "./session-store";
import { type ProofFacts, type ProofWays, proofWays } from "./step-up-rules";

/** A session that may prove itself: also one that still lacks its second factor and so counts as nobody's. */
export type ProvableSession = ProofFacts & { sessionId: string; userId: string; email: string; name: string };

/** The session of the request's cookie, half open or whole; null for none, an ended one, and one that waited too long. */
export async function findProvableSession(headers: Headers, conn: Conn = db): Promise<ProvableSession | null> {
  const session = (await findSession(headers, conn)) ?? (await findPendingSession(headers, conn));
  const user = session && (await conn.user.findUnique({ where: { id: session.userId }, select: { email: true, name: true, ...factors } }));
  return user ? { ...session, email: user.email, name: user.name, hasTwoFactor: owesSecondFactor(user) } : null;
}

/** What of an account says whether a session of it has to show a second factor. */
const factors = { role: true, twoFactorEnabled: true, passkeys: { select: { id: true }, take: 1 } } as const;

/** An editor's or admin's passkey is asked for like an app's code; a reader's is only one way of signing in. */
function owesSecondFactor(user: { role: Role; twoFactorEnabled: boolean; passkeys: unknown[] }): boolean {
  return user.twoFactorEnabled || (needsSecondFactor(user.role) && user.passkeys.length > 0);
}

/** What an account that has just signed in still owes; null for an account that is gone. */
export async function findSecondStep(userId: string, conn: Conn = db): Promise<{ role: Role; hasTwoFactor: boolean } | null> {
  const user = await conn.user.findUnique({ where: { id: userId }, select: factors });
  return user && { role: user.role, hasTwoFactor: owesSecondFactor(user) };
}

/** How this account can prove itself in a session, half open or whole. */
export async function findProofWays(userId: string, isHalf: boolean, conn: Conn = db): Promise<ProofWays> {
  const user = await conn.user.findUnique({
    where: { id: userId },
    select: {
      twoFactorEnabled: true,
      accounts: { where: { providerId: "credential", password: { not: null } }, select: { id: true }, take: 1 },
      passkeys: { select: { id: true }, take: 1 },
    },
  });
  const has = { password: Boolean(user?.accounts.length), code: Boolean(user?.twoFactorEnabled), passkey: Boolean(user?.passkeys.length) };
  return proofWays(has, isHalf);
}

/** The stored hash of an account's password; null for one that has none. */
export async function findPasswordHash(userId: string, conn: Conn = db): Promise<string | null> {
  const account = await conn.account.findFirst({ where: { userId, providerId: "credential" }, select: { password: true } });
  return account?.password ?? null;
}

/** What a guess at a second factor costs: of an app's million codes three count at a time, so few tries a day are enough for nobody but the owner. */
export const secondStepTries = (userId: string): Try[] => [
  { budget: "secondStep", key: userId },
  { budget: "secondStepDay", key: userId },
];

/**
 * Takes from an account's sessions what a second factor gave them once it has none left: an editor or admin then
 * counts as a reader.
 */
export async function settleSecondFactor(userId: string, conn: Conn = db): Promise<void> {
  const user = await conn.user.findUnique({
    where: { id: userId },
    select: { twoFactorEnabled: true, passkeys: { select: { id: true }, take: 1 } },
  });
  if (user && !user.twoFactorEnabled && user.passkeys.length === 0)
    await conn.session.updateMany({ where: { userId }, data: { secondFactorAt: null } });
}
