import type { CountryReaders } from "./types";

/** No group of fewer readers is ever shown. */
export const fewerThan = 5;

/** Countries that may be shown, and everybody else together; `elsewhere` is null where they are too few to be told at all. */
export type ShownCountries = { countries: CountryReaders[]; elsewhere: number | null };

/**
 * Leaves out countries of fewer than five readers. Those left out count with whoever named no country; where these
 * together are fewer than five, the smallest country that is shown joins them, so that no total gives them away.
 *
 * @returns countries with most readers first
 */
export function hideFew(all: readonly CountryReaders[]): ShownCountries {
  const named = all.filter(({ country }) => country !== "--").toSorted((a, b) => b.readers - a.readers || (a.country < b.country ? -1 : 1));
  const countries = named.filter(({ readers }) => readers >= fewerThan);
  const total = all.reduce((sum, { readers }) => sum + readers, 0);
  const rest = (): number => total - countries.reduce((sum, { readers }) => sum + readers, 0);
  while (rest() > 0 && rest() < fewerThan && countries.length > 0) countries.pop();
  const elsewhere = rest();
  return { countries, elsewhere: elsewhere >= fewerThan || elsewhere === 0 ? elsewhere : null };
}
