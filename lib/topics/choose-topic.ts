import type { TopicKind } from "./types";

/** How often a name was said lately: by how many articles and titles, in which spellings, as what. */
export type NameCount = { key: string; articleCount: number; publisherCount: number; name: string; kinds: readonly TopicKind[] };

/** A name opens a topic when so many articles of so many titles say it within the window. */
const articlesMin = 3;
const publishersMin = 2;
/** Where this share of the mentions shows what a name is, the rest did not see it. */
const kindShareMin = 0.25;

/** Days within which a name's mentions are counted. */
export const windowDays = 14;

/** Whether a name is said often enough, by enough titles, to be a topic. */
export const opensTopic = ({ articleCount, publisherCount }: Pick<NameCount, "articleCount" | "publisherCount">): boolean =>
  articleCount >= articlesMin && publisherCount >= publishersMin;

/** What a name stands for by what its mentions took it for: the commonest kind that a quarter of them show, else a term. */
export function chooseKind(kinds: readonly TopicKind[]): TopicKind {
  const counts = Map.groupBy(
    kinds.filter((kind) => kind !== "term"),
    (kind) => kind,
  );
  const [best] = [...counts].sort(([a, one], [b, other]) => other.length - one.length || (a < b ? -1 : 1));
  return best && best[1].length >= kinds.length * kindShareMin ? best[0] : "term";
}

/** For which fuller name a short one stands, by how often texts use both; null where they do not agree. */
export function chooseFullName(counts: readonly { standsFor: string; count: number }[]): string | null {
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  const [best] = [...counts].sort((a, b) => b.count - a.count || (a.standsFor < b.standsFor ? -1 : 1));
  return best && best.count >= textsMin && best.count >= total * agreeShareMin ? best.standsFor : null;
}

/** Texts that use a short name beside the fuller one before it leads there from other texts, and the share of them that agree. */
const textsMin = 2;
const agreeShareMin = 0.8;
