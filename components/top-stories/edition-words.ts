import { countryName, languageName } from "@/components/publisher/place-words";

/** An edition in words: "German", "English, United Kingdom". */
export function editionWords(edition: string): string {
  const [language = "", country] = edition.split("-");
  return country ? `${languageName(language)}, ${countryName(country)}` : languageName(language);
}
