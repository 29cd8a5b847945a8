import { primaryLanguage } from "./count-words";

/** What of an article its section is told by. Plain texts; `language` is a BCP 47 tag. */
export type SectionText = { headline: string; standfirst: string; leadIn: string; language: string };

/** A term and the words of the text that it stands for. */
export type SectionTerm = { term: string; words: string };

/** Words are cut to this many letters: their first letters carry the matter, and few articles know of many words. docs/decisions/022-sections-and-topics.md */
const stemCharacters = 5;
const termsMax = 160;
const charactersMax = 2_000;
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}ー]+/gu;
const wordPattern = /\p{L}[\p{L}\p{M}]+/gu;
/** Articles of speech, prefixes and the like that are written onto Arabic words. */
const arabicPrefix = /^(?:وال|بال|كال|فال|لل|ال)(?=\p{L}{3})/u;

/**
 * The distinct terms of a text in order of appearance: words in lower case, cut to five letters; pairs of neighbouring
 * words; overlapping pairs of characters where words are not parted by spaces. At most 160.
 */
export function sectionTerms(text: SectionText): SectionTerm[] {
  const whole = [text.headline, text.standfirst, text.leadIn].join(" \n").slice(0, charactersMax).normalize("NFKC");
  const found = new Map<string, string>();
  const add = (term: string, words: string): void => {
    if (found.size < termsMax && !found.has(term)) found.set(term, words);
  };
  for (const run of whole.match(unspaced) ?? []) for (const pair of pairsOf(run)) add(pair, pair);
  const isArabic = primaryLanguage(text.language) === "ar";
  let before: { stem: string; word: string } | null = null;
  for (const [word] of whole.replace(unspaced, " ").matchAll(wordPattern)) {
    const stem = stemOf(word, isArabic);
    add(stem, word);
    if (before) add(`${before.stem} ${stem}`, `${before.word} ${word}`);
    before = { stem, word };
  }
  return Array.from(found, ([term, words]) => ({ term, words }));
}

function stemOf(word: string, isArabic: boolean): string {
  const lower = word.toLowerCase();
  return (isArabic ? lower.replace(arabicPrefix, "") : lower).slice(0, stemCharacters);
}

function pairsOf(run: string): string[] {
  const letters = [...run];
  return letters.slice(0, -1).map((letter, index) => letter + (letters[index + 1] ?? ""));
}
