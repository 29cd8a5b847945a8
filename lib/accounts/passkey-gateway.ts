import { randomBytes } from "node:crypto";
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from "@simplewebauthn/server";
import { decodeAttestationObject, isoBase64URL, isoUint8Array } from "@simplewebauthn/server/helpers";
import { product } from "@/lib/core/product";
import { env } from "@/lib/platform/env";
import { challengeMs, type PasskeyPurpose, readChallenge, writeChallenge } from "./passkey-challenge";
import type { MadePasskey, PasskeyRequest, StoredPasskey, UsedPasskey } from "./passkey-types";

/** A passkey whose making was verified. */
export type NewPasskey = Omit<StoredPasskey, "userId"> & { isBackedUp: boolean };

/** Public keys we take: Ed25519, ES256, RS256 (COSE numbers). */
const algorithms = [-8, -7, -257];

/** Asks a browser to make a passkey that can be found without a name and verifies its user. */
export async function askForNewPasskey(
  user: { userId: string; email: string; name: string },
  existing: { id: string; transports: string[] }[],
  sessionId: string,
  now: Date,
): Promise<PasskeyRequest> {
  const { bytes, token } = newChallenge("add", sessionId, now);
  const options = await generateRegistrationOptions({
    rpName: product.name,
    rpID: party().id,
    userID: isoUint8Array.fromUTF8String(user.userId),
    userName: user.email,
    userDisplayName: user.name,
    challenge: bytes,
    timeout: challengeMs,
    attestationType: "none",
    excludeCredentials: existing,
    authenticatorSelection: { residentKey: "required", requireResidentKey: true, userVerification: "required" },
    supportedAlgorithmIDs: algorithms,
  });
  return { options: JSON.stringify(options), token };
}

/**
 * Asks a browser to use a passkey.
 *
 * @param allowed the passkeys of an account that is known already; none lets the browser offer all it has for us
 * @param sessionId the session that is proven; "" for someone who is signing in
 */
export async function askForPasskey(
  purpose: "sign-in" | "prove",
  allowed: { id: string; transports: string[] }[],
  sessionId: string,
  now: Date,
): Promise<PasskeyRequest> {
  const { bytes, token } = newChallenge(purpose, sessionId, now);
  const options = await generateAuthenticationOptions({
    rpID: party().id,
    challenge: bytes,
    timeout: challengeMs,
    allowCredentials: allowed,
    userVerification: "required",
  });
  return { options: JSON.stringify(options), token };
}

/** The random bytes of a question of ours for this purpose and session; null for any other, and after five minutes. */
export function openChallenge(token: string, purpose: PasskeyPurpose, sessionId: string, now: Date): string | null {
  return readChallenge(token, { purpose, subject: sessionId }, authSecret(), now);
}

/** The passkey a browser made in answer to a challenge; null when anything about it does not hold. */
export async function verifyNewPasskey(made: MadePasskey, challenge: string): Promise<NewPasskey | null> {
  const { attestationObject, transports } = made.response;
  try {
    if (!isPlainAttestation(attestationObject)) return null;
    const { id: expectedRPID, origin: expectedOrigin } = party();
    const { registrationInfo } = await verifyRegistrationResponse({
      response: made,
      expectedChallenge: challenge,
      expectedOrigin,
      expectedRPID,
      requireUserVerification: true,
      supportedAlgorithmIDs: algorithms,
    });
    if (!registrationInfo) return null;
    const { credential, credentialBackedUp: isBackedUp } = registrationInfo;
    return { id: credential.id, publicKey: credential.publicKey, counter: credential.counter, transports, isBackedUp };
  } catch {
    // The library tells every fault of an answer by throwing; whose fault it is changes nothing for its sender.
    return null;
  }
}

/** What an authenticator said of itself with a signature that holds; null when it does not, or when its counter went back. */
export async function verifyUsedPasskey(
  used: UsedPasskey,
  challenge: string,
  stored: StoredPasskey,
): Promise<{ counter: number; isBackedUp: boolean } | null> {
  const { id, publicKey, counter } = stored;
  try {
    const { id: expectedRPID, origin: expectedOrigin } = party();
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: used,
      expectedChallenge: challenge,
      expectedOrigin,
      expectedRPID,
      credential: { id, publicKey, counter },
      requireUserVerification: true,
    });
    return verified ? { counter: authenticationInfo.newCounter, isBackedUp: authenticationInfo.credentialBackedUp } : null;
  } catch {
    return null;
  }
}

/**
 * We ask for no attestation, so an honest browser sends none, or the key's own signature. A chain of certificates is
 * refused unread: checking it would fetch revocation lists from addresses that its sender chose.
 */
function isPlainAttestation(attestationObject: string): boolean {
  const decoded = decodeAttestationObject(isoBase64URL.toBuffer(attestationObject));
  const format = decoded.get("fmt");
  return format === "none" || (format === "packed" && !decoded.get("attStmt").get("x5c"));
}

function newChallenge(purpose: PasskeyPurpose, subject: string, now: Date): { bytes: Uint8Array<ArrayBuffer>; token: string } {
  const bytes = new Uint8Array(randomBytes(32));
  const challenge = isoBase64URL.fromBuffer(bytes);
  return { bytes, token: writeChallenge({ purpose, subject, challenge }, authSecret(), now) };
}

/** Who we are to an authenticator: the host name of the one public origin. */
function party(): { id: string; origin: string } {
  const { origin, hostname } = new URL(env().PUBLIC_URL ?? `http://localhost:${env().PORT}`);
  return { id: hostname, origin };
}

function authSecret(): string {
  const secret = env().AUTH_SECRET;
  if (!secret) throw new Error("AUTH_SECRET is not set: no question can be signed.");
  return secret;
}
