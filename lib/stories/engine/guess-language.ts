import { stopWordLanguages, stopWords } from "../stop-words";

/** Of most scripts a text has most of its letters, but for names. */
const scriptShareMin = 0.3;
/** Headlines in Japanese are mostly Han; a few kana tell them from Chinese. */
const kanaShareMin = 0.1;
const scripts: readonly [RegExp, string, number?][] = [
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/gu, "ja", kanaShareMin],
  [/\p{Script=Hangul}/gu, "ko"],
  [/\p{Script=Han}/gu, "zh"],
  [/\p{Script=Arabic}/gu, "ar"],
  [/\p{Script=Cyrillic}/gu, "ru"],
  [/\p{Script=Hebrew}/gu, "he"],
  [/\p{Script=Greek}/gu, "el"],
  [/\p{Script=Devanagari}/gu, "hi"],
];
const sampleCharacters = 1_000;

/** A title has few small words, and languages share some: so many more than the fallback's tell another language. */
const leadMin = 2;

/**
 * The language of a text that names none: by its script, then by the small words of the languages we know.
 *
 * @param fallback the language that is likely before anything is read: that of most of its neighbours
 * @returns a primary subtag
 */
export function guessLanguage(text: string, fallback: string): string {
  const sample = text.slice(0, sampleCharacters).toLowerCase();
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  const script = scripts.find(([pattern, , shareMin = scriptShareMin]) => (sample.match(pattern)?.length ?? 0) > letters * shareMin);
  if (script) return script[1];
  const words = sample.match(/\p{L}+/gu) ?? [];
  const hits = (language: string): number => words.filter((word) => stopWords(language).has(word)).length;
  const [best] = stopWordLanguages.map((language) => ({ language, hits: hits(language) })).sort((a, b) => b.hits - a.hits);
  return best && best.hits >= hits(fallback) + leadMin ? best.language : fallback;
}
