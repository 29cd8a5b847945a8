/** A capitalised word after a lower-case letter, a comma or another name: never the first of a sentence. */
const namePattern = /(?<=[\p{Ll}\p{N},’'”] )\p{Lu}[\p{L}\p{M}]{2,}|(?<=\p{Lu}[\p{L}\p{M}]+ )\p{Lu}[\p{L}\p{M}]{2,}/gu;

/**
 * Capitalised words within sentences: persons, places, organisations. Not for headlines, which capitalise in their
 * own ways; none in German, which capitalises every noun, nor in scripts without capitals.
 */
export function findNames(text: string, language: string): string[] {
  return language === "de" ? [] : Array.from(text.matchAll(namePattern), (match) => match[0]);
}
