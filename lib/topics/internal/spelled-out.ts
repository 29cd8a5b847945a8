import { foldName } from "../fold-name";

/** A name and the capitals that the text puts beside it in brackets. */
export type SpelledOut = { name: string; short: string };

const bracket = /\((\p{Lu}[\p{Lu}\p{N}&]{1,7})\)/gu;
const smallWords = new Set("of the and for de la le les des du del di der die das für et y e in on to dell".split(" "));
const wordsBeforeMax = 12;

/**
 * Pairs such as "European Central Bank (ECB)" and "Banque centrale européenne (BCE)": the words right before the bracket whose
 * first letters are the bracket's, whatever their case.
 */
export function findSpelledOut(text: string): SpelledOut[] {
  return Array.from(text.matchAll(bracket), (match) => {
    const short = match[1] ?? "";
    const before =
      text
        .slice(0, match.index)
        .split(/[.;:!?\n]/u)
        .at(-1) ?? "";
    const words = before.trim().split(/\s+/u).slice(-wordsBeforeMax);
    return { short, name: wordsFor(words, short) };
  }).flatMap(({ short, name }) => (name === null ? [] : [{ short, name }]));
}

/** Walks back through the words, one letter a word; small words between may go without one. */
function wordsFor(words: readonly string[], short: string): string | null {
  const letters = [...short.toLowerCase()].filter((letter) => letter !== "&");
  let at = words.length - 1;
  for (let index = letters.length - 1; index >= 0; at -= 1) {
    const word = foldName(bare(words[at] ?? ""), "");
    if (word === "") return null;
    if (word.startsWith(letters[index] ?? "")) index -= 1;
    else if (!smallWords.has(word)) return null;
  }
  return words
    .slice(at + 1)
    .map(bare)
    .join(" ");
}

const bare = (word: string): string => word.replace(/^[^\p{L}]+|[^\p{L}\p{N}]+$/gu, "").replace(/^[dl]['’](?=\p{L})/u, "");
