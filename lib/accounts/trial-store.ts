import { keyedDigest } from "@/lib/core/keyed-digest";
import { type Conn, db } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";
import { canonicalAddress } from "./canonical-address";
import { trialEnd } from "./trial";

/**
 * Starts the one trial of the person behind an address. The claim outlives the account and names nobody.
 *
 * @returns when the trial ends; null for someone who had theirs before
 */
export async function claimTrial(email: string, now: Date, conn: Conn = db): Promise<Date | null> {
  const emailDigest = keyedDigest(env().AUTH_SECRET ?? "", `trial:${canonicalAddress(email)}`);
  const { count } = await conn.trialClaim.createMany({ data: [{ emailDigest, claimedAt: now }], skipDuplicates: true });
  return count === 1 ? trialEnd(now) : null;
}
