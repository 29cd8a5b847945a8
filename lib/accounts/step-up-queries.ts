import "server-only";
import { headers } from "next/headers";
import { needsSecondFactor } from "./judge-session";
import { isHalfOpen, type ProofWays } from "./step-up-rules";
import { findProofWays, findProvableSession } from "./step-up-store";

/** A session that may prove itself, as its page shows it. */
export type ProofView = { email: string; isHalf: boolean; hasSecondFactor: boolean; isStaff: boolean; ways: ProofWays };

/** How whoever asks can prove who they are; null for a visitor, and for a sign-in that waited too long for its second step. */
export async function readProof(): Promise<ProofView | null> {
  const session = await findProvableSession(await headers());
  if (!session) return null;
  const isHalf = isHalfOpen(session);
  const ways = await findProofWays(session.userId, isHalf);
  return { email: session.email, isHalf, hasSecondFactor: session.secondFactorAt !== null, isStaff: needsSecondFactor(session.role), ways };
}
