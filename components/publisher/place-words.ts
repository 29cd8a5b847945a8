/** A country's English name from its ISO 3166 letters; the letters themselves where no name is known. */
export function countryName(country: string): string {
  return new Intl.DisplayNames("en", { type: "region", fallback: "code" }).of(country) ?? country;
}

/** A language's English name from its BCP 47 tag, without its region: "French" for "fr-BE". */
export function languageName(tag: string): string {
  const base = tag.split("-")[0] ?? tag;
  return new Intl.DisplayNames("en", { type: "language", fallback: "code" }).of(base) ?? base;
}
