import type { NumberRoom } from "./number-room";
import { signatureValues, type TextSignature } from "./text-signature";
import { endOfTerms, type Vector } from "./vector";

/**
 * All numbers of an article, one behind the other in an array that it shares with others, as a view of its own would take
 * as much room as what it shows: its terms, then its headline's letters, then the values of its text's signature.
 */
export type ArticleNumbers = Vector & {
  letterCount: number;
  /** Distinct runs of its text; 0 where it has no signature. */
  runs: number;
};

/** Lays an article's numbers behind each other, where the room has place for them. */
export function layOut(vector: Vector, letters: Uint16Array, signature: TextSignature | null, room: NumberRoom): ArticleNumbers {
  const terms = vector.numbers.subarray(vector.from, endOfTerms(vector));
  return {
    ...room.keep(signature ? [terms, letters, signature.values] : [terms, letters]),
    termCount: vector.termCount,
    letterCount: letters.length,
    runs: signature?.runs ?? 0,
  };
}

/** The letter runs of an article's headline. */
export const lettersOf = (article: ArticleNumbers): Uint16Array => article.numbers.subarray(endOfTerms(article), signatureFrom(article));

/** What is left of an article's text for finding copies; null where the text is too short. */
export function signatureOf(article: ArticleNumbers): TextSignature | null {
  if (article.runs === 0) return null;
  const from = signatureFrom(article);
  return { runs: article.runs, values: article.numbers.subarray(from, from + signatureValues) };
}

/** Where the values of an article's signature begin among its numbers, if it has one. */
export const signatureFrom = (article: ArticleNumbers): number => endOfTerms(article) + article.letterCount;
