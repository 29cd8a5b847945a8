import { findNames } from "./engine/find-names";
import { listWords } from "./engine/list-words";
import { stemWord } from "./stem-word";
import { stopWords } from "./stop-words";

/** What of an article tells its event, most telling first. Plain texts; `language` is a BCP 47 tag. */
export type TermSource = { headline: string; standfirst: string; leadIn: string; language: string };

/** More terms than this come from lead-ins that are lists. */
const termsMax = 80;

/**
 * The distinctive terms of an article, without order of rank: stems of words that are no stop words,
 * figures as written ("4.25"), and overlapping pairs of characters where words are not parted by spaces.
 *
 * @returns distinct terms in order of appearance, headline first; at most 80
 */
export function extractTerms(source: TermSource): string[] {
  const language = (source.language.split("-")[0] ?? "").toLowerCase();
  const text = [source.headline, source.standfirst, source.leadIn].join("\n").normalize("NFKC");
  const running = `${source.standfirst}\n${source.leadIn}`.normalize("NFKC");
  const terms = new Set([...stems(listWords(text, language), language), ...names(running, language)]);
  return [...terms].slice(0, termsMax);
}

function stems(words: readonly string[], language: string): string[] {
  const stop = stopWords(language);
  return words
    .filter((word) => !stop.has(word) && (word.length > 1 || /\p{N}/u.test(word)))
    .map((word) => (/^\p{N}/u.test(word) ? word.replace(/,/g, ".") : stemWord(word, language)));
}

/** Names within sentences, marked with "=": they tell an event best, so they count twice. */
function names(text: string, language: string): string[] {
  const stop = stopWords(language);
  return findNames(text, language)
    .map((name) => name.toLowerCase())
    .filter((name) => !stop.has(name))
    .map((name) => `=${stemWord(name, language)}`);
}
