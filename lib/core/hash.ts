import { hash } from "node:crypto";

/** First 32 hex digits (128 bits) of the SHA-256 of a text or bytes: the key form of every hash column. */
export function hash32(input: string | Uint8Array): string {
  return hash("sha256", input).slice(0, 32);
}

/** The whole SHA-256 of a text, 64 hex digits: how a random secret that somebody else holds is kept. */
export function sha256Hex(input: string): string {
  return hash("sha256", input);
}
