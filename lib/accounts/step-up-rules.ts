import { addMs, minuteMs } from "@/lib/core/clock";
import type { Role } from "@/lib/entitlements/types";

/** How old the proof of who someone is may be, for money, roles and the keys of the account. Source: security notes, 5.1 */
const proofMs = 5 * minuteMs;

/** What of a session decides what it still has to show. Instants are UTC. */
export type ProofFacts = {
  role: Role;
  hasTwoFactor: boolean;
  createdAt: Date;
  secondFactorAt: Date | null;
  steppedUpAt: Date | null;
};

/** Whether who they are was proven in the last five minutes. Signing in is such a proof. */
export function isFreshProof(session: Pick<ProofFacts, "createdAt" | "steppedUpAt">, now: Date): boolean {
  const provenAt = session.steppedUpAt && session.steppedUpAt > session.createdAt ? session.steppedUpAt : session.createdAt;
  return provenAt <= now && addMs(provenAt, proofMs) > now;
}

/** Whether a session still owes the second factor of its account. */
export function isHalfOpen(session: ProofFacts): boolean {
  return session.hasTwoFactor && session.secondFactorAt === null;
}

/** How an account can prove itself anew. `mail`: nothing else is there, so a code is sent to its address. */
export type ProofWays = { password: boolean; code: boolean; passkey: boolean; mail: boolean };

/** The ways open to a session: one that lacks its second factor can only show that. */
export function proofWays(has: { password: boolean; code: boolean; passkey: boolean }, isHalf: boolean): ProofWays {
  if (isHalf) return { password: false, code: has.code, passkey: has.passkey, mail: false };
  return { ...has, mail: !has.password && !has.code && !has.passkey };
}
