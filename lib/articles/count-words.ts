import { asciiBytes } from "@/lib/core/ascii";

/** Languages written without spaces, where characters are counted instead of words. */
const characterLanguages = new Set(["ja", "zh", "yue", "th", "lo", "km", "my"]);

/** Silent reading speed for adults. Source: Brysbaert 2019, "How many words do we read per minute?" (238 wpm, rounded down for names and figures). */
const wordsPerMinute = 230;
/** Reading speed of Japanese and Chinese in characters. Source: Kobayashi & Kawashima 2019; common practice of 400 to 600. */
const charactersPerMinute = 500;

/** Whether a text in this language (BCP 47) is measured in characters. */
export function countsCharacters(language: string): boolean {
  return characterLanguages.has(primaryLanguage(language));
}

/** The primary subtag of a BCP 47 tag in lower case: "en-GB" → "en". */
export function primaryLanguage(language: string): string {
  return (language.split(/[-_]/, 1)[0] ?? "").toLowerCase();
}

/**
 * Length of a plain text in its language's measure: words, or letters where words are not parted by spaces.
 *
 * @param text plain text
 * @param language BCP 47 tag
 */
export function countWords(text: string, language: string): number {
  if (countsCharacters(language)) return text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
  return countAsciiWords(text) ?? text.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'’.,-]*/gu)?.length ?? 0;
}

/** What a character does in plain ASCII: nothing (0), go on with a word (1), or begin one (2). */
const roles = Uint8Array.from({ length: 128 }, (_, code) => {
  const character = String.fromCharCode(code);
  return /[a-z0-9]/i.test(character) ? 2 : /['.,-]/.test(character) ? 1 : 0;
});

/** The same for plain ASCII, most of what is read, without matching and without a branch. Null for any other text. */
function countAsciiWords(text: string): number | null {
  const bytes = asciiBytes(text);
  if (bytes === null) return null;
  let count = 0;
  let inside = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const role = roles[bytes[at] ?? 0] ?? 0;
    const begins = role >> 1;
    count += begins & ~inside;
    inside = begins | (inside & role);
  }
  return count;
}

/** Whole minutes to read `count` words (or characters, as `countWords` gives them), at least 1. */
export function readingMinutes(count: number, language: string): number {
  return Math.max(1, Math.round(readingSeconds(count, language) / 60));
}

/** Seconds to read `count` words (or characters, as `countWords` gives them). */
export function readingSeconds(count: number, language: string): number {
  return (60 * count) / (countsCharacters(language) ? charactersPerMinute : wordsPerMinute);
}
