import { toBase32 } from "@/lib/core/base32";
import { keyedDigest } from "@/lib/core/keyed-digest";

const codeCharacters = 20;

/**
 * The code that opens a present: 100 bits that only this install can make from the gift's id, so that its giver can be
 * told it again and nothing that opens it is stored.
 *
 * @returns 20 letters and digits of base32
 */
export function giftCode(secret: string, giftId: string): string {
  const digest = keyedDigest(secret, `membership gift\n${giftId}`);
  return toBase32(Buffer.from(digest, "hex")).slice(0, codeCharacters);
}

/** A code as people read it: four groups of five. */
export function codeWords(code: string): string {
  return (code.match(/.{1,5}/g) ?? []).join("-");
}
