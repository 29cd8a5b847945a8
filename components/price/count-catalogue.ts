type CountedTitle = { country: string; language: string; licence: "partner" | "feed" | "headline"; isSample: boolean };

/** The catalogue in numbers, as the price page states them. */
export type CatalogueCount = {
  titles: number;
  countries: number;
  languages: number;
  /** Real titles by what their licence lets us print. */
  byLicence: Record<CountedTitle["licence"], number>;
  /** Titles of the bundled newsroom; never counted among the others unless there are no others. */
  samples: number;
};

/**
 * Counts what one membership includes. Sample titles count only where there is nothing else.
 *
 * @param titles every active title
 */
export function countCatalogue(titles: readonly CountedTitle[]): CatalogueCount {
  const real = titles.filter((title) => !title.isSample);
  const counted = real.length > 0 ? real : titles;
  const withLicence = (licence: CountedTitle["licence"]) => counted.filter((title) => title.licence === licence).length;
  return {
    titles: counted.length,
    countries: new Set(counted.map((title) => title.country)).size,
    languages: new Set(counted.map((title) => title.language.split("-")[0])).size,
    byLicence: { partner: withLicence("partner"), feed: withLicence("feed"), headline: withLicence("headline") },
    samples: real.length > 0 ? titles.length - real.length : 0,
  };
}
