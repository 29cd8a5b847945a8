import { minuteMs } from "@/lib/core/clock";
import { isSignedBy, signatureOf } from "@/lib/core/signature";

/** What a question to a browser was asked for: an answer counts for nothing else. */
export type PasskeyPurpose = "add" | "sign-in" | "prove";

/** A question to an authenticator. `subject`: the session it was asked in, "" for someone who is signing in. */
export type Challenge = { purpose: PasskeyPurpose; subject: string; challenge: string };

/** How long a question may be answered. */
export const challengeMs = 5 * minuteMs;

/**
 * A question as the page carries it: signed, so that nothing has to be stored for visitors who never answer.
 *
 * @param challenge random bytes in base64url
 */
export function writeChallenge({ purpose, subject, challenge }: Challenge, secret: string, now: Date): string {
  const text = [purpose, subject, now.getTime() + challengeMs, challenge].join(".");
  return `${text}.${signatureOf(secret, `passkey:${text}`)}`;
}

/**
 * The random bytes of a question that was ours.
 *
 * @returns null for one that is not ours, older than five minutes, or asked for something or somebody else
 */
export function readChallenge(token: string, expected: Omit<Challenge, "challenge">, secret: string, now: Date): string | null {
  const [purpose, subject, expiresAt, challenge, signature, ...rest] = token.split(".");
  if (!challenge || !signature || rest.length > 0) return null;
  const text = [purpose, subject, expiresAt, challenge].join(".");
  const isOurs = isSignedBy(secret, `passkey:${text}`, signature);
  const isMeant = purpose === expected.purpose && subject === expected.subject;
  return isOurs && isMeant && Number(expiresAt) > now.getTime() ? challenge : null;
}
