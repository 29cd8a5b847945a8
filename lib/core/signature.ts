import { createHmac, timingSafeEqual } from "node:crypto";

/**
 * Whether `signature` is the base64 of HMAC-SHA256 of `text` under `secret`, compared in constant time.
 * Source: RFC 2104.
 */
export function isSignedBy(secret: string, text: string, signature: string): boolean {
  const given = Buffer.from(signature, "base64");
  const ours = createHmac("sha256", secret).update(text).digest();
  return given.length === ours.length && timingSafeEqual(given, ours);
}

/** The base64 of HMAC-SHA256 of `text` under `secret`. Source: RFC 2104 */
export function signatureOf(secret: string, text: string): string {
  return createHmac("sha256", secret).update(text).digest("base64");
}
