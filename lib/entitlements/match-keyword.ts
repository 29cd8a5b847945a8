import { type FoldedWords, foldWords } from "./fold-words";

/** Keywords ready to be looked for, by how they begin: what a text costs depends on its words, not on how many are muted. */
export type KeywordIndex = ReadonlyMap<string, readonly { folded: string; place: number }[]>;

/** Characters by which keywords are told apart at once. */
const headLength = 2;

/** Names of three or more Han characters are often cut elsewhere by what follows ("東京都" before "知事"): they need only begin a word. */
const compound = /^\p{Script=Han}{3,}$/u;

/** The form in which a keyword is looked for; empty where it holds no word. */
export const foldKeyword = (keyword: string): string => foldWords([keyword]).text;

/** Readies keywords; one without a word in it is left out. */
export function indexKeywords(keywords: readonly string[]): KeywordIndex {
  const ready = keywords.map((keyword, place) => ({ folded: foldKeyword(keyword), place })).filter(({ folded }) => folded !== "");
  return Map.groupBy(ready, ({ folded }) => folded.slice(0, headLength));
}

/**
 * Which keyword a text holds as whole words, in that order: "art" is not in "party", "white house" is in "White House’s". Of
 * scripts without spaces it has to begin and end where a word does. Words are not bent: "bank" is not in "banks".
 *
 * @param counts whether the keyword at this place of the indexed list counts
 * @returns its place in that list; null for none
 */
export function findKeyword(words: FoldedWords, index: KeywordIndex, counts: (place: number) => boolean): number | null {
  for (const start of words.starts) {
    const head = words.text.slice(start, start + headLength);
    for (const { folded, place } of [...(index.get(head) ?? []), ...(index.get(head.slice(0, 1)) ?? [])]) {
      const isWhole = words.ends.has(start + folded.length) || compound.test(folded);
      if (isWhole && words.text.startsWith(folded, start) && counts(place)) return place;
    }
  }
  return null;
}
