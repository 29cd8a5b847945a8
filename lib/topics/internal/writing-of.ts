/** How a text is written: with capitals, without but with spaces between words, or without either. */
export type Writing = "cased" | "spaced" | "unspaced";

/** The writing that most of a text's letters are of. */
export function writingOf(text: string): Writing {
  const sample = text.slice(0, 1_000);
  const cased = sample.match(/\p{Ll}|\p{Lu}/gu)?.length ?? 0;
  const others = sample.match(/\p{Lo}/gu)?.length ?? 0;
  if (cased >= others) return "cased";
  const unspaced =
    sample.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/gu)?.length ?? 0;
  return unspaced * 2 >= others ? "unspaced" : "spaced";
}
