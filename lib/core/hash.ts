import { createHash } from "node:crypto";

/** First 32 hex digits (128 bits) of the SHA-256 of a text or bytes: the key form of every hash column. */
export function hash32(input: string | Uint8Array): string {
  return createHash("sha256").update(input).digest("hex").slice(0, 32);
}
