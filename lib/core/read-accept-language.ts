/** What a browser's settings say of its reader: primary subtags, the dearest first, and the first region that is named. */
export type LanguageWish = { languages: string[]; country: string | null };

/** Browsers send a handful; what is longer is no browser's. */
const headerCharsMax = 500;
const rangesMax = 20;

/**
 * Reads an Accept-Language header.
 *
 * @returns languages of positive weight, heaviest first, each once; the region of the heaviest range that names one,
 * ISO 3166-1 alpha-2. Anything unreadable is left out; nothing readable gives no languages and no country.
 * Source: RFC 9110, section 12.5.4; RFC 4647
 */
export function readAcceptLanguage(header: string | null | undefined): LanguageWish {
  const ranges = (header ?? "")
    .slice(0, headerCharsMax)
    .split(",")
    .slice(0, rangesMax)
    .flatMap((part) => readRange(part))
    .sort((a, b) => b.weight - a.weight);
  return {
    languages: [...new Set(ranges.map(({ language }) => language))],
    country: ranges.find(({ country }) => country !== null)?.country ?? null,
  };
}

type LanguageRange = { language: string; country: string | null; weight: number };

function readRange(part: string): LanguageRange[] {
  const [tag = "", ...parameters] = part.trim().split(/\s*;\s*/);
  const subtags = /^([a-z]{2,3})((?:-[a-z0-9]{2,8})*)$/i.exec(tag);
  const weight = readWeight(parameters);
  if (!subtags || !(weight > 0)) return [];
  const country = (subtags[2] ?? "").split("-").find((subtag) => /^[a-z]{2}$/i.test(subtag));
  return [{ language: (subtags[1] ?? "").toLowerCase(), country: country?.toUpperCase() ?? null, weight }];
}

function readWeight(parameters: readonly string[]): number {
  const quality = parameters.find((parameter) => /^q=/i.test(parameter));
  if (quality === undefined) return 1;
  return /^q=(0(\.\d{0,3})?|1(\.0{0,3})?)$/i.test(quality) ? Number(quality.slice(2)) : 0;
}
