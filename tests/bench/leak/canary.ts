import { randomInt } from "node:crypto";

/** A word that exists nowhere else, hidden in one article's text. */
export type Canary = {
  articleId: number;
  slug: string;
  access: "open" | "registered" | "metered" | "lead_in" | "paid";
  /** Hidden in the text: only who may read the text may ever meet it. */
  token: string;
  /** Shown in the lead-in: proves that a page was made after the planting. */
  marker: string;
};

const letters = "abcdefghijklmnopqrstuvwxyz0123456789";
const tokenCharacters = 24;

/** A new word of 24 lower-case letters and digits (124 bits), which no coding of text splits or folds. */
export function newToken(): string {
  let token = "canary";
  while (token.length < tokenCharacters) token += letters[randomInt(letters.length)];
  return token;
}
