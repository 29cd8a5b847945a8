import { randomBytes } from "node:crypto";
import { symmetricDecrypt, symmetricEncrypt } from "better-auth/crypto";
import { z } from "zod";
import { keyedDigest } from "@/lib/core/keyed-digest";
import { env } from "@/lib/platform/env";
import { backupCodeOf, backupCodesCount } from "./two-factor-rules";

// RFC 4226 section 4, R6: 160 bits.
const secretBytes = 20;

const Codes = z.array(z.string().max(40)).max(100);

/** A new secret for an authenticator app, encrypted under the install's own (XChaCha20-Poly1305). */
export async function newSealedSecret(): Promise<string> {
  return seal(randomBytes(secretBytes).toString("base64"));
}

/** The bytes that {@link newSealedSecret} sealed. @throws when AUTH_SECRET was changed since */
export async function openSecret(sealed: string): Promise<Uint8Array> {
  return Buffer.from(await unseal(sealed), "base64");
}

/** New backup codes to show once, and what is kept of them. */
export function newBackupCodes(): { codes: string[]; digests: string[] } {
  const codes = Array.from({ length: backupCodesCount }, () => backupCodeOf(randomBytes(10)));
  return { codes, digests: codes.map(backupCodeDigest) };
}

/** What is kept of a backup code: 50 random bits cannot be guessed back from a digest whose key is elsewhere. */
export function backupCodeDigest(code: string): string {
  return keyedDigest(authSecret(), `backup-code:${code}`);
}

/** Codes sealed until they have been written down. */
export function sealCodes(codes: string[]): Promise<string> {
  return seal(JSON.stringify(codes));
}

/** @throws for a text that {@link sealCodes} did not write */
export async function unsealCodes(sealed: string): Promise<string[]> {
  return Codes.parse(JSON.parse(await unseal(sealed)));
}

const seal = (data: string): Promise<string> => symmetricEncrypt({ key: authSecret(), data });
const unseal = (data: string): Promise<string> => symmetricDecrypt({ key: authSecret(), data });

function authSecret(): string {
  const secret = env().AUTH_SECRET;
  if (!secret) throw new Error("AUTH_SECRET is not set: no secret can be kept.");
  return secret;
}
