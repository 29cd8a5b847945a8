/** Scripts whose words are not parted by spaces: overlapping pairs of characters stand for words. */
const cjkRun = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー]+/gu;
const hiraganaOnly = /^\p{Script=Hiragana}+$/u;
const possessive = /['’]s?$/u;
/** Elided articles of French and Italian. */
const elision = /^(?:[dlnsmtcj]|qu|un|dell|all|nell|sull)['’]/u;
const segmenters = new Map<string, Intl.Segmenter>();

/**
 * The words of a text in lower case, as they stand, without marks of punctuation, possessive endings and elided
 * articles; of Chinese, Japanese and Korean runs the overlapping pairs of characters, those of grammar left out.
 *
 * @param language primary subtag, such as "en"; an unknown one is read as English
 */
export function listWords(text: string, language: string): string[] {
  const found: string[] = [];
  for (const run of text.match(cjkRun) ?? []) found.push(...pairs(run));
  for (const part of segmenterFor(language).segment(text.replace(cjkRun, " "))) {
    if (!part.isWordLike) continue;
    found.push(part.segment.toLowerCase().replace(possessive, "").replace(elision, ""));
  }
  return found;
}

function pairs(run: string): string[] {
  const letters = [...run];
  const all = letters.slice(0, -1).map((letter, index) => letter + (letters[index + 1] ?? ""));
  return all.filter((pair) => !hiraganaOnly.test(pair));
}

function segmenterFor(language: string): Intl.Segmenter {
  const known = segmenters.get(language);
  if (known) return known;
  const made = new Intl.Segmenter(/^[a-z]{2,3}$/.test(language) ? language : "en", { granularity: "word" });
  segmenters.set(language, made);
  return made;
}
