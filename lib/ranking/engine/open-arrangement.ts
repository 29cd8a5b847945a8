import type { RankCandidate } from "../types";
import { arranging } from "./constants";

/** What stands on a page so far, and what one more card would do to its variety. */
export type Arrangement = {
  /** Whether the next place is kept for what lies outside the reader's circle. */
  isNextOutside: () => boolean;
  /** How ill a card would stand next: 0 is well. Limits on titles weigh most, then sections, countries, the kept place. */
  faultsOf: (candidate: RankCandidate, isStranger: boolean) => number;
  /** Points that a card gives way by, for those of its title and section that stand close before. */
  crowdingOf: (candidate: RankCandidate) => number;
  place: (candidate: RankCandidate) => void;
};

/**
 * Opens an empty page. All it says depends on what was placed and in which order, never on what else could be: so the
 * cards that were placed, arranged again alone, fall into the same order.
 *
 * @param keepsPlaces whether places are kept for what lies outside the reader's circle
 */
export function openArrangement(keepsPlaces: boolean): Arrangement {
  const placed: RankCandidate[] = [];
  const publishers = new Map<string, number>();
  const sections = new Map<string, number>();
  const countries = new Set<string>();

  const isNextOutside = (): boolean => keepsPlaces && placed.length % arranging.outsideEvery === arranging.outsideFirst;
  /** Whether every place left on the first screen must bring a new country. */
  const isCountryDue = (): boolean => {
    const wanting = arranging.countriesMin - countries.size;
    return placed.length < arranging.firstScreen && wanting > 0 && wanting >= arranging.firstScreen - placed.length;
  };
  return {
    isNextOutside,
    faultsOf: ({ publisher, section, country }, isStranger) => {
      const crowdsPublisher = (publishers.get(publisher) ?? 0) >= arranging.publisherMax;
      const crowdsSection = (sections.get(section) ?? 0) >= arranging.sectionMax;
      const lacksCountry = isCountryDue() && (country === "" || countries.has(country));
      const lacksStranger = isNextOutside() && !isStranger;
      return Number(crowdsPublisher) * 8 + Number(crowdsSection) * 4 + Number(lacksCountry) * 2 + Number(lacksStranger);
    },
    crowdingOf: ({ publisher, section }) =>
      arranging.publisherCrowding * (publishers.get(publisher) ?? 0) + arranging.sectionCrowding * (sections.get(section) ?? 0),
    place: (candidate) => {
      placed.push(candidate);
      change(publishers, candidate.publisher, 1);
      change(sections, candidate.section, 1);
      if (candidate.country !== "") countries.add(candidate.country);
      // The next card makes a window with those before it.
      const left = placed.at(-arranging.window);
      if (!left) return;
      change(publishers, left.publisher, -1);
      change(sections, left.section, -1);
    },
  };
}

/** What has no title or no section named crowds nothing. */
function change(counts: Map<string, number>, key: string, by: 1 | -1): void {
  if (key === "") return;
  counts.set(key, (counts.get(key) ?? 0) + by);
}
