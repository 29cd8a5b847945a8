import { stemWord } from "./stem-word";
import { stopWords } from "./stop-words";

/** What of an article tells its event, most telling first. Plain texts; `language` is a BCP 47 tag. */
export type TermSource = { headline: string; standfirst: string; leadIn: string; language: string };

/** More terms than this come from lead-ins that are lists. */
const termsMax = 80;
const cjkRun = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー]+/gu;
const hiraganaOnly = /^\p{Script=Hiragana}+$/u;
/** A capitalised word after a lower-case letter, a comma or another name: never the first of a sentence. */
const namePattern = /(?<=[\p{Ll}\p{N},’'”)] )\p{Lu}[\p{L}\p{M}]{2,}|(?<=\p{Lu}[\p{L}\p{M}]+ )\p{Lu}[\p{L}\p{M}]{2,}/gu;
const segmenters = new Map<string, Intl.Segmenter>();

/**
 * The distinctive terms of an article, without order of rank: stems of words that are no stop words,
 * figures as written ("4.25"), and overlapping pairs of characters where words are not parted by spaces.
 *
 * @returns distinct terms in order of appearance, headline first; at most 80
 */
export function extractTerms(source: TermSource): string[] {
  const language = (source.language.split("-")[0] ?? "").toLowerCase();
  const text = [source.headline, source.standfirst, source.leadIn].join("\n").normalize("NFKC");
  const terms = new Set<string>();
  for (const run of text.match(cjkRun) ?? []) for (const pair of pairs(run)) terms.add(pair);
  for (const word of words(text.replace(cjkRun, " "), language)) terms.add(word);
  for (const name of names(`${source.standfirst}\n${source.leadIn}`.normalize("NFKC"), language)) terms.add(name);
  return [...terms].slice(0, termsMax);
}

function pairs(run: string): string[] {
  const letters = [...run];
  const all = letters.slice(0, -1).map((letter, index) => letter + (letters[index + 1] ?? ""));
  // Pairs of hiragana alone are grammar, not matter.
  return all.filter((pair) => !hiraganaOnly.test(pair));
}

function words(text: string, language: string): string[] {
  const stop = stopWords(language);
  const found: string[] = [];
  for (const part of segmenterFor(language).segment(text)) {
    if (!part.isWordLike) continue;
    const word = part.segment
      .toLowerCase()
      .replace(/['’]s?$/u, "")
      .replace(/^[dlnsmtcj]['’]|^qu['’]/u, "");
    if (stop.has(word) || (word.length < 2 && !/\p{N}/u.test(word))) continue;
    found.push(/^\p{N}/u.test(word) ? word.replace(/,/g, ".") : stemWord(word, language));
  }
  return found;
}

/**
 * Capitalised words within a sentence, marked with "=": names tell an event best, so they count twice.
 * Headlines are left out, since titles capitalise them in their own ways; German capitalises every noun.
 */
function names(text: string, language: string): string[] {
  if (language === "de") return [];
  const stop = stopWords(language);
  return Array.from(text.matchAll(namePattern), (match) => match[0].toLowerCase())
    .filter((name) => !stop.has(name))
    .map((name) => `=${stemWord(name, language)}`);
}

function segmenterFor(language: string): Intl.Segmenter {
  const known = segmenters.get(language);
  if (known) return known;
  const made = new Intl.Segmenter(/^[a-z]{2,3}$/.test(language) ? language : "en", { granularity: "word" });
  segmenters.set(language, made);
  return made;
}
