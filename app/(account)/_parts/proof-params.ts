import { returnPath } from "@/lib/accounts/return-path";
import { proofWords } from "@/lib/accounts/step-up-words";

type Value = string | string[] | undefined;
export type ProofProps = { searchParams: Promise<{ returnTo?: Value; error?: Value; sent?: Value }> };

/** What the pages of an account's keys read from their address: the way back, and the words for a refusal. */
export async function readProofParams(searchParams: ProofProps["searchParams"]) {
  const { returnTo, error, sent } = await searchParams;
  return { returnTo: returnPath(returnTo), error: proofWords(error), isSent: sent === "1" };
}
