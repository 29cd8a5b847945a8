import { diversify } from "./diversify";
import type { ScoreTerms } from "./types";

/** A story that may stand in a list, best first among its like; `countries` are those of the titles that tell it. */
export type TopCandidate = { id: number; section: string; score: number; terms: ScoreTerms; publisher: string; countries: string[] };

/** One list: the stories of an edition and section in their places. `terms` is null where only the order was read. */
export type TopList = { edition: string; section: string; places: { id: number; score: number; terms: ScoreTerms | null }[] };

const placesMax = 40;
/** A country whose titles tell fewer stories than this has no edition of its own. */
const countryStoriesMin = 10;
const perPublisherMax = 2;
const perSectionMax = 4;

/**
 * The lists of a language: of all its titles and of each country's, for all sections together and each by itself. Among
 * the first ten places no publisher leads more than two, and where sections are mixed none has more than four.
 *
 * @param language primary subtag: the edition of all; a country's is "en-GB"
 * @param candidates best first
 */
export function arrangeTop(language: string, candidates: readonly TopCandidate[]): TopList[] {
  const byCountry = new Map<string, TopCandidate[]>();
  for (const candidate of candidates) {
    for (const country of candidate.countries) {
      const told = byCountry.get(country);
      if (told) told.push(candidate);
      else byCountry.set(country, [candidate]);
    }
  }
  const countries = [...byCountry].filter(([, told]) => told.length >= countryStoriesMin).sort(([a], [b]) => (a < b ? -1 : 1));
  return [
    ...arrangeEdition(language, candidates),
    ...countries.flatMap(([country, told]) => arrangeEdition(`${language}-${country}`, told)),
  ];
}

function arrangeEdition(edition: string, candidates: readonly TopCandidate[]): TopList[] {
  const bySection = Map.groupBy(candidates, (candidate) => candidate.section);
  return [
    ...(candidates.length > 0 ? [arrangeList(edition, "all", candidates)] : []),
    ...[...bySection].map(([section, own]) => arrangeList(edition, section, own)),
  ];
}

function arrangeList(edition: string, section: string, candidates: readonly TopCandidate[]): TopList {
  const byPublisher = { keyOf: (candidate: TopCandidate) => candidate.publisher, max: perPublisherMax };
  const bySection = { keyOf: (candidate: TopCandidate) => candidate.section, max: perSectionMax };
  const limits = section === "all" ? [byPublisher, bySection] : [byPublisher];
  const places = diversify(candidates, limits, placesMax).map(({ id, score, terms }) => ({ id, score, terms }));
  return { edition, section, places };
}
