import { countryName } from "@/components/publisher/place-words";
import type { TitleEntry } from "@/lib/feeds/publisher-mark";

export type TitleGroup = { country: string; name: string; titles: TitleEntry[] };

/**
 * Titles by country, countries by their English name, titles by theirs; a leading article is passed over, as in a library.
 * Ties end in the slug, so the order is the same everywhere.
 */
export function groupTitles(titles: TitleEntry[]): TitleGroup[] {
  const groups = new Map<string, TitleGroup>();
  for (const title of titles) {
    const group = groups.get(title.country) ?? { country: title.country, name: countryName(title.country), titles: [] };
    group.titles.push(title);
    groups.set(title.country, group);
  }
  const sorted = [...groups.values()].sort((a, b) => a.name.localeCompare(b.name, "en") || (a.country < b.country ? -1 : 1));
  for (const group of sorted) group.titles.sort(byName);
  return sorted;
}

function byName(a: TitleEntry, b: TitleEntry): number {
  return sortName(a).localeCompare(sortName(b), "en") || (a.slug < b.slug ? -1 : 1);
}

function sortName(title: TitleEntry): string {
  return title.name.replace(/^(the|le|la|les|el|der|die|das)\s+/i, "");
}
