import Stripe from "stripe";
import { err, ok, type Result } from "@/lib/core/result";

const toleranceSec = 300;

/**
 * The event in a body that one of these secrets signed at most 300 s ago, by Stripe's own check. Two secrets count
 * while one is being changed for the other.
 *
 * @param rawBody the bytes of the request as text, unchanged
 * @returns the event as it was sent, not yet read
 */
export function verifyStripeEvent(
  rawBody: string,
  signature: string | null,
  secrets: readonly string[],
  now: Date,
): Result<unknown, { kind: "forged" | "stale" | "malformed" }> {
  const answers = secrets.map((secret) => verifyBy(rawBody, signature ?? "", secret, now));
  const accepted = answers.find((answer) => answer.ok);
  const signed = answers.find((answer) => !answer.ok && answer.error.kind !== "forged");
  return accepted ?? signed ?? err({ kind: "forged" });
}

function verifyBy(
  rawBody: string,
  signature: string,
  secret: string,
  now: Date,
): Result<unknown, { kind: "forged" | "stale" | "malformed" }> {
  const isSigned = (tolerance: number) => {
    try {
      return Stripe.webhooks.signature?.verifyHeader(rawBody, signature, secret, tolerance, undefined, now.getTime()) ?? false;
    } catch {
      return false;
    }
  };
  // First whether it was signed at all, whenever that was, so that an old event is told from a forged one.
  if (!isSigned(0)) return err({ kind: "forged" });
  const signedAtSec = Number(/(?:^|,)t=(\d+)/.exec(signature)?.[1] ?? 0);
  // The library takes instants of the future; a clock that is so far ahead is not Stripe's.
  if (!isSigned(toleranceSec) || signedAtSec - now.getTime() / 1_000 > toleranceSec) return err({ kind: "stale" });
  try {
    return ok(Stripe.webhooks.constructEvent(rawBody, signature, secret, toleranceSec, undefined, now.getTime()));
  } catch {
    return err({ kind: "malformed" });
  }
}
