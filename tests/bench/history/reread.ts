import { existsSync } from "node:fs";
import { join } from "node:path";
import type { ArticleDraft } from "@/lib/articles/article-draft";
import { entryToArticle } from "@/lib/articles/entry-to-article";
import { findSharedKeys } from "@/lib/articles/shared-keys";
import { parseFeed } from "@/lib/feeds/parse-feed";
import type { Entry } from "@/lib/feeds/types";
import { makeShelf } from "../../unit/articles/article-shelf";
import { makeFeed } from "../../unit/articles/make-draft";
import { loadCorpus } from "../parse/load-corpus";
import type { Report } from "../types";

const readAt = new Date("2026-11-20T12:00:00Z");
const subsetsEach = 4;

/**
 * Reads every captured feed over and over, whole and as random parts of its window in random order, the whole
 * first and the parts first: whatever the order, the same articles must come of it and nothing may be written twice.
 */
export async function measureRereading(corpus: string, report: Report): Promise<void> {
  const directory = join(corpus, "feeds");
  if (!existsSync(directory)) return;
  const totals = { entries: 0, articles: 0, again: 0, otherwise: 0, writes: 0 };
  const random = makeRandom(20_261_122);
  for (const { bytes } of loadCorpus(directory)) {
    const parsed = await parseFeed(bytes, { contentType: null, url: null, firstSeenAt: readAt });
    if (!parsed.ok) continue;
    const homeUrl = parsed.value.feed.homeUrl ?? "https://paper.example/";
    const seen = rereadFeed(parsed.value.entries, homeUrl, random);
    for (const key of ["entries", "articles", "again", "otherwise", "writes"] as const) totals[key] += seen[key];
  }
  report({ metric: "captured feeds: entries", value: totals.entries, unit: "entries" });
  report({ metric: "captured feeds: articles", value: totals.articles, unit: "articles" });
  report({ metric: "captured feeds: copies within a window", value: totals.entries - totals.articles, unit: "entries" });
  report({
    metric: "captured feeds: articles made again by parts of the window",
    value: totals.again,
    unit: "articles",
    bar: 0,
    better: "lower",
  });
  report({
    metric: "captured feeds: articles more or fewer when parts came first",
    value: totals.otherwise,
    unit: "articles",
    bar: 0,
    better: "lower",
  });
  report({ metric: "captured feeds: writes by a window read again", value: totals.writes, unit: "writes", bar: 0, better: "lower" });
}

function rereadFeed(entries: readonly Entry[], homeUrl: string, random: () => number) {
  const whole = draftsOf(entries, homeUrl);
  const partOf = (): ArticleDraft[] => draftsOf(shuffled(entries, random).slice(0, Math.ceil(entries.length / 2)), homeUrl);
  const wholeFirst = makeShelf();
  wholeFirst.store(whole);
  const articles = wholeFirst.articles.length;
  for (let part = 0; part < subsetsEach; part += 1) wholeFirst.store(partOf());
  const partsFirst = makeShelf();
  for (let part = 0; part < subsetsEach; part += 1) partsFirst.store(partOf());
  partsFirst.store(whole);
  const otherwise = Math.abs(partsFirst.articles.length - articles);
  partsFirst.store(draftsOf(shuffled(entries, random), homeUrl));
  return { entries: whole.length, articles, again: wholeFirst.articles.length - articles, otherwise, writes: partsFirst.written() };
}

function draftsOf(entries: readonly Entry[], homeUrl: string): ArticleDraft[] {
  const context = { feed: makeFeed(), homeUrl, sharedKeys: findSharedKeys(entries, homeUrl), bodyMedia: new Map(), firstSeenAt: readAt };
  return entries.flatMap((entry) => entryToArticle(entry, context) ?? []);
}

const shuffled = (entries: readonly Entry[], random: () => number): Entry[] =>
  entries
    .map((entry) => ({ entry, place: random() }))
    .sort((a, b) => a.place - b.place)
    .map(({ entry }) => entry);

/** Numbers in [0, 1), the same in every run (a linear congruence with the constants of the C standard's example). */
function makeRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return state / 2 ** 31;
  };
}
