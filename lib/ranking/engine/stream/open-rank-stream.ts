import type { Facet, RankCandidate, RankContext, RankTerms } from "../../types";
import { learnWeights } from "../learn-weights";
import { rankForReader } from "../rank-for-reader";
import { openClickRates } from "./open-click-rates";
import { openShareCounts } from "./open-share-counts";
import { openTitleReader } from "./open-title-reader";
import type { Impression, ImpressionCandidate, ImpressionRead } from "./types";

/** A candidate's score, what it is made of, and its place, from 1, on a page made of its line. */
export type StreamedScore = { id: string; score: number; rank: number; terms: RankTerms };

/** Ranks one occasion after another, learning from each what the next may use. */
export type RankStream = { rank: (impression: Impression) => StreamedScore[] };

/** Reads kept of a history: older ones have faded. */
const readsMax = 400;

/**
 * Opens a stream. Readers are known by nothing but the history of their line; it teaches weights by the rules of the
 * site, headlines standing in for topics, and the candidates are ranked by the site's own `rankForReader`. Same lines in
 * the same order, same answers.
 */
export function openRankStream(): RankStream {
  const titles = openTitleReader();
  const clicks = openClickRates();
  const shares = openShareCounts();
  const firstSeenMs = new Map<string, number>();
  let clockMs = 0;

  const facetsOf = (each: ImpressionRead | ImpressionCandidate): (readonly [Facet, number])[] => [
    ...titles.facetsOf(each.title),
    ...groupFacets(each).map((facet): [Facet, number] => [facet, 1]),
  ];
  const note = (impression: Impression): void => {
    const { history, candidates, nowMs } = impression;
    clockMs = nowMs ?? candidates.reduce((latest, { publishedAtMs }) => Math.max(latest, publishedAtMs ?? latest), clockMs);
    titles.note([...history, ...candidates].map(({ title }) => title));
    shares.note(history.flatMap(groupFacets));
    for (const { id } of candidates) if (!firstSeenMs.has(id)) firstSeenMs.set(id, clockMs);
    clicks.note(impression);
  };
  const toRankCandidate = (candidate: ImpressionCandidate, importance: number, isRead: boolean): RankCandidate => ({
    key: candidate.id,
    articleId: 0,
    publisher: candidate.publisher,
    section: candidate.section,
    country: "",
    publishedAtMs: candidate.publishedAtMs ?? clockMs,
    importance,
    // What was read is like itself; that is no reason to show it again.
    facets: facetsOf(isRead ? { ...candidate, title: "" } : candidate).map(([facet, strength]): [Facet, number] => [
      facet,
      strength * shares.rarityOf(facet),
    ]),
    followed: [],
    isPick: false,
    timesShown: 0,
    readingMinutes: 0,
  });
  return {
    rank: ({ history, candidates, nowMs }) => {
      const reads = inOrder(history).slice(-readsMax);
      note({ history: reads, candidates, nowMs });
      const dated = candidates.map((each) => ({ ...each, publishedAtMs: each.publishedAtMs ?? firstSeenMs.get(each.id) ?? clockMs }));
      const importance = clicks.importanceOf(dated);
      const context = contextOf(reads, facetsOf, clockMs);
      const readTitles = new Set(reads.map(({ title }) => title).filter(Boolean));
      const ranked = dated.map((candidate, index) => toRankCandidate(candidate, importance[index] ?? 0, readTitles.has(candidate.title)));
      const page = rankForReader(ranked, context, { take: ranked.length });
      const cards = new Map(page.map(({ candidate, score, terms }, place) => [candidate.key, { score, rank: place + 1, terms }]));
      // An id that stands twice in a line has one place, and is answered twice.
      return candidates.flatMap(({ id }) => {
        const card = cards.get(id);
        return card ? [{ id, ...card }] : [];
      });
    },
  };
}

/** Reads by their instants; those without one stand where the history has them. */
function inOrder(history: readonly ImpressionRead[]): ImpressionRead[] {
  let lastMs = 0;
  const dated = history.map((read) => {
    lastMs = read.atMs ?? lastMs;
    return { read, atMs: lastMs };
  });
  return dated.sort((a, b) => a.atMs - b.atMs).map(({ read, atMs }) => ({ ...read, atMs }));
}

/** The weights that a history teaches, as of its last read: however long ago that was, it is all that is known of the reader. */
function contextOf(
  reads: readonly ImpressionRead[],
  facetsOf: (read: ImpressionRead) => (readonly [Facet, number])[],
  nowMs: number,
): RankContext {
  const signals = reads.map((read) => ({ kind: "read" as const, atMs: read.atMs ?? 0, facets: facetsOf(read), strength: 1 }));
  const learned = learnWeights(new Map(), signals, signals.at(-1)?.atMs ?? 0);
  const weights = new Map([...learned].map(([facet, weight]) => [facet, weight.learned]));
  return { weights, country: "", nowMs, seed: 0, isPersonal: true };
}

/** A section "sport/football" is of sport too. */
function groupFacets({ section, publisher }: { section: string; publisher: string }): Facet[] {
  const [whole, head] = section.toLowerCase().match(/^([^/>:|]*).*$/) ?? [];
  const sections = new Set([whole, head?.trim()].filter((name) => name));
  return [
    ...[...sections].map((name): Facet => `section:${name}`),
    ...(publisher ? [`publisher:${publisher.toLowerCase()}` as const] : []),
  ];
}
