/** Marks that the same word is written with and without; those of Kana, Indian and Thai scripts are letters of their own. */
const markedLetter = /([\p{Script=Latin}\p{Script=Greek}])[\u0300-\u036f]+/gu;
/** Vowel points of Hebrew and Arabic with hamza and the stroke that lengthens a word; soft hyphens and joiners of no width. */
const unread = /[\u0591-\u05bd\u05bf\u05c1\u05c2\u05c7\u0640\u064b-\u065f\u0670\u00ad\u200b-\u200f\u2060\ufeff]/gu;
/** Letters that have no mark to lose and are still written both ways. */
const twins: Record<string, string> = { ı: "i", ß: "ss", æ: "ae", œ: "oe", ø: "o", ł: "l", đ: "d", ð: "d", ё: "е", ς: "σ", ى: "ي" };
const anyTwin = new RegExp(`[${Object.keys(twins).join("")}]`, "gu");
/** Letters and numbers, and signs that belong to the name before them: "Disney+", "C#". */
const run = /([\p{L}\p{M}\p{N}]+)([+#]*)/gu;
/** Scripts that put no space between words. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const lastUnspaced = new RegExp(`${unspaced.source}[\\p{M}ー]*$`, "u");
const firstUnspaced = new RegExp(`^${unspaced.source}`, "u");

// Words of these scripts are found by dictionary, whatever the language: one is enough, and the same for word and text.
const segmenter = new Intl.Segmenter("en", { granularity: "word" });

/** A text as words: folded, one space between words that anything parts; where in it a word begins and ends. */
export type FoldedWords = { text: string; starts: readonly number[]; ends: ReadonlySet<number> };

/**
 * Texts as words that can be compared: capitals, accents, full and half width, vowel points make no difference. Words end
 * at whatever is no letter or number, apostrophes and hyphens too, so that "Iran" is a word of "l’Iran" and of "Iran-based";
 * a sign that ends a name is a word's or is not: both "Disney" and "Disney+" are in "Disney+".
 *
 * @param texts no word and no phrase goes from one into the next
 * Source: Unicode 15 Standard Annex 29 for scripts without spaces, as Intl.Segmenter has it; NFKC
 */
export function foldWords(texts: readonly string[]): FoldedWords {
  const starts: number[] = [];
  const ends = new Set<number>();
  let text = "";
  for (const [index, one] of texts.entries()) {
    if (index > 0) text += "\n";
    for (const [, letters = "", signs = ""] of fold(one).matchAll(run)) {
      if (isParted(text, letters)) text += " ";
      for (const word of splitRun(letters)) {
        starts.push(text.length);
        text += word;
        ends.add(text.length);
      }
      text += signs;
      ends.add(text.length);
    }
  }
  return { text, starts, ends };
}

/** Of scripts without spaces one that was written makes no other word of it. */
function isParted(before: string, letters: string): boolean {
  if (before === "" || before.endsWith("\n")) return false;
  return !(lastUnspaced.test(before.slice(-4)) && firstUnspaced.test(letters));
}

function splitRun(letters: string): string[] {
  return unspaced.test(letters) ? Array.from(segmenter.segment(letters), ({ segment }) => segment) : [letters];
}

function fold(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .normalize("NFD")
    .replace(markedLetter, "$1")
    .replace(unread, "")
    .normalize("NFC")
    .replace(anyTwin, (letter) => twins[letter] ?? letter);
}
