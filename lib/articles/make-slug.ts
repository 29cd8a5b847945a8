import { hash32 } from "@/lib/core/hash";
import { transliterate } from "./transliterate";

const slugCharactersMax = 80;
/** 32 bits tell apart what shares a headline within one paper. */
const suffixCharacters = 8;

/**
 * The address of an article, made once from its first headline; never recomputed.
 *
 * @param key what is unique about it (publisher, guid and address), for the part that must differ
 * @returns `plain`, the headline in ASCII or `publisher-hash` where its script has no simple spelling, and
 *   `unique`, the same with a hash of `key`, for when `plain` is taken; both at most 80 characters
 */
export function makeSlug(headline: string, publisherSlug: string, key: string): { plain: string; unique: string } {
  const suffix = hash32(key).slice(0, suffixCharacters);
  const words = cutAtHyphen(transliterate(headline), slugCharactersMax);
  if (words.length < 3) {
    const publisher = cutAtHyphen(publisherSlug, slugCharactersMax - suffixCharacters - 1);
    return { plain: `${publisher}-${suffix}`, unique: `${publisher}-${hash32(key).slice(0, suffixCharacters * 2)}` };
  }
  return { plain: words, unique: `${cutAtHyphen(words, slugCharactersMax - suffixCharacters - 1)}-${suffix}` };
}

/** The address of an author: the name in ASCII, or a hash of it. At most 80 characters. */
export function makeAuthorSlug(name: string): string {
  const words = cutAtHyphen(transliterate(name), slugCharactersMax);
  return words.length < 2 ? `author-${hash32(name.normalize("NFC").toLowerCase()).slice(0, suffixCharacters * 2)}` : words;
}

function cutAtHyphen(text: string, charactersMax: number): string {
  if (text.length <= charactersMax) return text;
  const head = text.slice(0, charactersMax + 1);
  const hyphen = head.lastIndexOf("-");
  return hyphen > charactersMax / 2 ? head.slice(0, hyphen) : text.slice(0, charactersMax);
}
