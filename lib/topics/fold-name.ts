import { stemWord } from "@/lib/stories/stem-word";

/** Languages that bend names by case: their words are brought to a light stem. */
const bending = new Set(["ru", "uk", "pl", "cs", "sk", "hr", "sr", "bg", "fi"]);
/** Marks that the same name is written with and without; those of Kana and of Indian scripts are letters of their own. */
const markedLetter = /([\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}])\p{M}+/gu;
const arabicSigns = /[\u064b-\u0652\u0670\u0640]/gu;
const keyCharactersMax = 120;

/**
 * The form under which spellings of one name meet: lower case without marks, dots, possessives and a leading article.
 * Words of languages that bend names are cut to their stems.
 *
 * @param language primary subtag
 * @returns words parted by single spaces, at most 120 characters; empty where nothing is left
 */
export function foldName(name: string, language: string): string {
  const plain = name
    .normalize("NFKD")
    .replace(markedLetter, "$1")
    .normalize("NFKC")
    .replace(arabicSigns, "")
    .replace(/[أإآ]/gu, "ا")
    .toLowerCase()
    .replace(/['’]s(?=\s|$)/gu, "")
    .replace(/[.'’`´]/gu, "")
    .replace(/[^\p{L}\p{M}\p{N}&]+/gu, " ")
    .trim()
    .replace(/^(?:the|der|die|das|le|la|les|el|los|las|il|lo|gli|de|het|o|os|as) (?=\S)/u, "");
  const words = bending.has(language) ? plain.split(" ").map((word) => stemWord(word, language)) : [plain];
  return words.join(" ").slice(0, keyCharactersMax);
}
