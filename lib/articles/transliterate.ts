import { asciiTable, mapAscii } from "@/lib/core/ascii";

/** Latin letters that Unicode does not take apart into a base letter and a mark. */
const latin: Record<string, string> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  đ: "d",
  ð: "d",
  ł: "l",
  þ: "th",
  ħ: "h",
  ı: "i",
  ŋ: "n",
  ĸ: "k",
  ŧ: "t",
  ə: "e",
};

/** Cyrillic, after ISO 9 without marks as newspapers write it (BGN/PCGN for English readers). */
const cyrillic: Record<string, string> = {
  а: "a",
  б: "b",
  в: "v",
  г: "g",
  д: "d",
  е: "e",
  ё: "e",
  ж: "zh",
  з: "z",
  и: "i",
  й: "i",
  к: "k",
  л: "l",
  м: "m",
  н: "n",
  о: "o",
  п: "p",
  р: "r",
  с: "s",
  т: "t",
  у: "u",
  ф: "f",
  х: "kh",
  ц: "ts",
  ч: "ch",
  ш: "sh",
  щ: "shch",
  ъ: "",
  ы: "y",
  ь: "",
  э: "e",
  ю: "yu",
  я: "ya",
  і: "i",
  ї: "i",
  є: "ye",
  ґ: "g",
  ў: "u",
  ј: "j",
  љ: "lj",
  њ: "nj",
  ћ: "c",
  ђ: "dj",
  џ: "dz",
  ѓ: "g",
  ќ: "k",
  ѕ: "z",
};

/** Greek, after ISO 843 without marks. */
const greek: Record<string, string> = {
  α: "a",
  β: "v",
  γ: "g",
  δ: "d",
  ε: "e",
  ζ: "z",
  η: "i",
  θ: "th",
  ι: "i",
  κ: "k",
  λ: "l",
  μ: "m",
  ν: "n",
  ξ: "x",
  ο: "o",
  π: "p",
  ρ: "r",
  σ: "s",
  ς: "s",
  τ: "t",
  υ: "y",
  φ: "f",
  χ: "ch",
  ψ: "ps",
  ω: "o",
};

const letters: Record<string, string> = { ...latin, ...cyrillic, ...greek };
const latinOrDigit = /[\p{Script=Latin}\p{Nd}]/u;

/**
 * A text in lower-case ASCII words joined by hyphens: Latin, Cyrillic and Greek letters are written out.
 *
 * @returns "" when the text has letters of a script that has no simple spelling in Latin (Arabic, Chinese, …)
 */
export function transliterate(text: string): string {
  const plain = mapAscii(text, hyphened);
  return plain === null ? transliterateUnicode(text) : trimHyphens(plain);
}

/** ASCII as it stands in an address: apostrophes go, whatever is neither letter nor digit is a hyphen. */
const hyphened = asciiTable((character) => {
  if (character === "'") return "";
  return /[a-z0-9]/i.test(character) ? character.toLowerCase() : "-";
});

const trimHyphens = (text: string): string => text.replace(/-{2,}/g, "-").replace(/^-|-$/g, "");

function transliterateUnicode(text: string): string {
  const unmarked = text.toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "");
  const bare = [...unmarked].map((letter) => letters[letter] ?? letter).join("");
  const foreign = bare.match(/\p{L}/gu)?.filter((letter) => !latinOrDigit.test(letter)).length ?? 0;
  if (foreign > 0) return "";
  return bare
    .replace(/['’ʼ]/g, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
}
