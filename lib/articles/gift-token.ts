import { keyedDigest } from "@/lib/core/keyed-digest";

/** What a member may give away each month, and how long a gift stays open. */
export const giftsPerMonth = 10;
export const giftDays = 14;

const tokenCharacters = 32;

/**
 * The token in the address of one giver's gift of one article in one month: 128 bits in hex that only this install can
 * make, so that the same gift has the same address whenever its giver asks again, and nothing that opens it is stored.
 *
 * @param month "2026-11"
 */
export function giftToken(secret: string, gift: { giverId: string; articleId: number; month: string }): string {
  return keyedDigest(secret, `gift\n${gift.giverId}\n${gift.articleId}\n${gift.month}`).slice(0, tokenCharacters);
}
