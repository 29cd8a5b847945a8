/** A title that may be offered, and how much it is seen. */
export type OfferedTitle = {
  id: number;
  slug: string;
  country: string;
  language: string;
  /** Top stories that it takes part in. */
  topStories: number;
  articles: number;
};

/** Of a dozen, this share are of the reader's own country, where there are so many. */
const homeShare = 0.5;

/**
 * The titles to offer somebody new: in their languages, the most seen first; half of their own country, the rest from as
 * many countries as there are, one of each before a second of any. Same input, same titles.
 *
 * @param wish.country ISO 3166-1 alpha-2; null for unknown, which makes every country abroad
 * @param wish.languages primary subtags; the dearest language comes first where countries are equal
 * @param take how many at most
 */
export function chooseTitles<Title extends OfferedTitle>(
  titles: readonly Title[],
  wish: { country: string | null; languages: readonly string[] },
  take: number,
): Title[] {
  const rank = ({ language }: Title) => wish.languages.indexOf(language.split("-")[0] ?? "");
  const ranked = titles
    .filter((title) => rank(title) >= 0)
    .sort((a, b) => b.topStories - a.topStories || b.articles - a.articles || rank(a) - rank(b) || a.slug.localeCompare(b.slug));
  const home = ranked.filter(({ country }) => country === wish.country);
  const abroad = spreadByCountry(ranked.filter(({ country }) => country !== wish.country));
  const near = home.slice(0, Math.max(Math.ceil(take * homeShare), take - abroad.length));
  return [...near, ...abroad].slice(0, take);
}

/** One of each country before a second of any, the most seen first. */
function spreadByCountry<Title extends OfferedTitle>(ranked: readonly Title[]): Title[] {
  const seen = new Map<string, number>();
  const rounds = ranked.map((title) => {
    const round = seen.get(title.country) ?? 0;
    seen.set(title.country, round + 1);
    return { title, round };
  });
  return rounds.sort((a, b) => a.round - b.round).map(({ title }) => title);
}
