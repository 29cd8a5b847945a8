import { createHmac, timingSafeEqual } from "node:crypto";

export type DigestName = "sha1" | "sha256" | "sha384" | "sha512";

/**
 * Whether `signature`, written as "sha256=<hex digits>", is the keyed digest of these bytes, compared in constant
 * time. Digests not in `accepted` prove nothing.
 *
 * Source: RFC 2104; W3C WebSub section 8
 */
export function isDigestOf(bytes: Uint8Array, secret: string, signature: string, accepted: readonly DigestName[]): boolean {
  const [, method, digits] = signature.trim().match(/^(sha\d+)=([\da-f]{2,128})$/i) ?? [];
  const name = accepted.find((each) => each === method?.toLowerCase());
  if (!name || digits === undefined) return false;
  const ours = createHmac(name, secret).update(bytes).digest();
  const given = Buffer.from(digits, "hex");
  return given.length === ours.length && timingSafeEqual(given, ours);
}

/** HMAC-SHA256 of a text under a secret, as 64 hex digits: names a thing to whoever has the secret, and to nobody else. Source: RFC 2104 */
export function keyedDigest(secret: string, text: string): string {
  return createHmac("sha256", secret).update(text).digest("hex");
}
