// Making one costs more than a whole row of a list.
const regions = new Intl.DisplayNames("en", { type: "region", fallback: "code" });
const languages = new Intl.DisplayNames("en", { type: "language", fallback: "code" });

/** A country's English name from its ISO 3166 letters; the letters themselves where no name is known. */
export const countryName = (country: string): string => nameOf(regions, country);

/** A language's English name from its BCP 47 tag, without its region: "French" for "fr-BE". */
export const languageName = (tag: string): string => nameOf(languages, tag.split("-")[0] ?? tag);

/** Publishers' tags are not always well formed. */
function nameOf(names: Intl.DisplayNames, code: string): string {
  try {
    return names.of(code) ?? code;
  } catch {
    return code;
  }
}
