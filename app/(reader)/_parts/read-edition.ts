import { product } from "@/lib/core/product";
import type { LanguageWish } from "@/lib/core/read-accept-language";
import { readReaderSettings } from "@/lib/reading/settings-queries";
import type { Reader } from "./reader";

/**
 * The edition that a reader has: the language they put first, with their country where it is known. Everyone without an
 * account has the paper's own.
 *
 * @returns such as "en-GB", or "en"
 */
export async function readEdition(viewer: Reader["viewer"], hints: LanguageWish): Promise<string> {
  if (viewer.kind === "visitor") return product.editionLanguage;
  const settings = await readReaderSettings(viewer);
  const language = settings.languages[0] ?? hints.languages[0] ?? product.editionLanguage;
  const country = settings.country ?? hints.country;
  return country === null ? language : `${language}-${country}`;
}
