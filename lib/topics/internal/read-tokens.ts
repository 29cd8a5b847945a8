/** A word, a number or a sign of a sentence; `lower` is a word's lower case without what is contracted onto it. */
export type Token = {
  text: string;
  lower: string;
  kind: "word" | "number" | "sign" /** Another word was written onto it: "d’", "l’". */;
  isElided?: boolean;
};

const tokenPattern = /(\p{L}[\p{L}\p{M}\p{N}]*(?:[’'.&-](?=\p{L})[\p{L}\p{M}\p{N}]+)*)|(\p{N}[\p{N}.,]*)|([^\s])/gu;
/** "l’Italie", "d’Emmanuel", "dell’Unione": what is written onto a word in French, Italian and Catalan. */
const elision = /^(?:[dlnsmtcj]|qu|dell|all|nell|sull|dall|un)['’](?=\p{L})/iu;
/** "It’s", "I’ve", "Wednesday’s": what is said of the word before it. */
const contraction = /['’](?:s|m|ve|ll|d|re)$/u;
const elidingLanguages = new Set(["fr", "it", "ca"]);

/** The tokens of a sentence in order. @param language primary subtag */
export function readTokens(sentence: string, language: string): Token[] {
  return Array.from(sentence.matchAll(tokenPattern), ([whole, word, number]) => {
    if (word === undefined) return { text: whole, lower: whole, kind: number === undefined ? "sign" : "number" };
    const text = elidingLanguages.has(language) ? word.replace(elision, "") : word;
    return { text, lower: text.toLowerCase().replace(contraction, ""), kind: "word", isElided: text !== word };
  });
}
