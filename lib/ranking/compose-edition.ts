import type { EditionMinutes } from "@/lib/reading/types";
import type { RankedCard } from "./types";

/** How varied an edition of a length is at least, where there is enough to choose from. */
export type EditionRule = { titlesMin: number; countriesMin: number; perTitleMax: number };

const rules: Record<EditionMinutes, EditionRule> = {
  5: { titlesMin: 2, countriesMin: 2, perTitleMax: 1 },
  12: { titlesMin: 4, countriesMin: 3, perTitleMax: 2 },
  25: { titlesMin: 6, countriesMin: 4, perTitleMax: 3 },
};

/** What an edition of this length keeps to. */
export const editionRule = (minutes: EditionMinutes): EditionRule => rules[minutes];

/**
 * Chooses an edition of at most so many minutes of reading from stories in the reader's order.
 *
 * First the best stories that make it varied enough, then the best of the rest that still fit; so nothing is left out
 * that would have fitted. Only where not even one story fits is the shortest taken, however long. The order is the
 * reader's.
 *
 * @param ranked the reader's order, best first; one card a story
 */
export function composeEdition(ranked: readonly RankedCard[], minutes: EditionMinutes): RankedCard[] {
  const edition = openEdition(minutes);
  for (const card of ranked) if (edition.isWanted(card) && edition.leavesRoom(card, ranked)) edition.take(card);
  for (const card of ranked) if (edition.fits(card)) edition.take(card);
  if (edition.taken.size === 0) {
    const shortest = ranked.toSorted((a, b) => minutesOf(a) - minutesOf(b))[0];
    return shortest ? [shortest] : [];
  }
  return ranked.filter((card) => edition.taken.has(card));
}

const minutesOf = ({ candidate }: RankedCard): number => Math.max(1, candidate.readingMinutes);

function openEdition(minutes: EditionMinutes) {
  const { titlesMin, countriesMin, perTitleMax } = rules[minutes];
  const taken = new Set<RankedCard>();
  const titles = new Map<string, number>();
  const countries = new Set<string>();
  let left: number = minutes;
  const fits = (card: RankedCard): boolean =>
    !taken.has(card) && minutesOf(card) <= left && (titles.get(card.candidate.publisher) ?? 0) < perTitleMax;
  const missing = () => Math.max(titlesMin - titles.size, countriesMin - countries.size, 0);
  return {
    taken,
    fits,
    /** Brings a title or a country that is still missing. */
    isWanted: (card: RankedCard): boolean =>
      fits(card) &&
      ((titles.size < titlesMin && !titles.has(card.candidate.publisher)) ||
        (countries.size < countriesMin && !countries.has(card.candidate.country))),
    /** Whether the shortest stories of other titles would still fit after it, as many as are missing. */
    leavesRoom: (card: RankedCard, ranked: readonly RankedCard[]): boolean => {
      const others = shortestByTitle(ranked, new Set([...titles.keys(), card.candidate.publisher]));
      const needed = others.slice(0, Math.max(0, missing() - 1)).reduce((sum, each) => sum + each, 0);
      return taken.size === 0 ? minutesOf(card) <= left : minutesOf(card) + needed <= left;
    },
    take: (card: RankedCard): void => {
      taken.add(card);
      left -= minutesOf(card);
      titles.set(card.candidate.publisher, (titles.get(card.candidate.publisher) ?? 0) + 1);
      countries.add(card.candidate.country);
    },
  };
}

function shortestByTitle(ranked: readonly RankedCard[], without: ReadonlySet<string>): number[] {
  const shortest = new Map<string, number>();
  for (const card of ranked) {
    const { publisher } = card.candidate;
    if (!without.has(publisher)) shortest.set(publisher, Math.min(shortest.get(publisher) ?? Infinity, minutesOf(card)));
  }
  return [...shortest.values()].sort((a, b) => a - b);
}
