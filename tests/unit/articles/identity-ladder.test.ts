import fc from "fast-check";
import { expect, it } from "vitest";
import type { ArticleDraft } from "@/lib/articles/article-draft";
import { entryToArticle } from "@/lib/articles/entry-to-article";
import { findSharedKeys } from "@/lib/articles/shared-keys";
import { canonicalUrl } from "@/lib/feeds/canonical-url";
import type { DueFeed, Entry } from "@/lib/feeds/types";
import { makeShelf } from "./article-shelf";
import { makeEntry, makeFeed, seenAt } from "./make-draft";

const homeUrl = "https://paper.example/";
const minute = 60_000;

/** Nouns of their own for each article, so that a corrected headline still speaks of the same thing. */
const subjects = ["harbour", "council", "orchard", "railway", "museum", "glacier", "lighthouse", "theatre", "vineyard", "reservoir"];

type Sight = { id: number; at: number; noise: number; isRetitled: boolean; isRedated: boolean };
/** How a kind of feed writes article `id` at its `at`-th sight. */
type Writer = (sight: Sight) => Partial<Entry>;

const sight = fc.record({
  id: fc.nat(9),
  at: fc.nat(1_000),
  noise: fc.nat(5),
  isRetitled: fc.boolean(),
  isRedated: fc.boolean(),
});
/** Polls: each a window without an article twice, in any order. */
const polls = fc.array(fc.uniqueArray(sight, { selector: ({ id }) => id, minLength: 2, maxLength: 8 }), { minLength: 1, maxLength: 12 });

const address = (id: number, noise = 0): string =>
  [
    `https://paper.example/a/${id}-story`,
    `http://paper.example/a/${id}-story`,
    `https://www.paper.example/a/${id}-story/`,
    `https://paper.example/a/${id}-story?utm_source=rss`,
    `https://paper.example/a/${id}-story#0`,
    `https://paper.example/a/${id}-story?fbclid=x${noise}#7`,
  ][noise] ?? "";
const subjectOf = (id: number): string => `${subjects[id]} ${subjects[(id + 3) % 10]}`;
const titleOf = ({ id, isRetitled }: Sight): string =>
  isRetitled ? `Corrected: ${subjectOf(id)} vote` : `${subjectOf(id)} decision ${id}`;
const dateOf = ({ id, isRedated }: Sight): Date => new Date(seenAt.getTime() - (600 + id * 30 - (isRedated ? 11 : 0)) * minute);
const basis = (seen: Sight): Partial<Entry> => ({
  title: titleOf(seen),
  publishedAt: dateOf(seen),
  summaryText: `About the ${subjectOf(seen.id)} of number ${seen.id}.`,
});

const writers: [string, DueFeed["identity"], Writer][] = [
  [
    "keeps its guids while addresses wander",
    "guid",
    (s) => ({ ...basis(s), guid: `guid-${s.id}`, url: `https://paper.example/a/${s.id}/${s.noise}` }),
  ],
  ["keeps its addresses while guids change", "guid", (s) => ({ ...basis(s), guid: `fetch-${s.at}-${s.id}`, url: address(s.id, s.noise) })],
  ["counts versions in its guids", "guid", (s) => ({ ...basis(s), guid: `${address(s.id)}#${s.at % 30}`, url: address(s.id, s.noise) })],
  [
    "has guids that are addresses, moved to https",
    "guid",
    (s) => ({ ...basis(s), guid: address(s.id, s.noise), url: address(s.id, s.noise) }),
  ],
  ["has no guids", "guid", (s) => ({ ...basis(s), guid: null, url: address(s.id, s.noise) })],
  ["has no guids and no dates", "guid", (s) => ({ ...basis(s), guid: null, url: address(s.id, s.noise), publishedAt: null })],
  ["has one guid for all", "guid", (s) => ({ ...basis(s), guid: "tag:paper.example,2026", url: address(s.id, s.noise) })],
  ["counts its entries instead of naming them", "guid", (s) => ({ ...basis(s), guid: String(s.at % 10), url: address(s.id, s.noise) })],
  ["links all entries to its home page", "guid", (s) => ({ ...basis(s), guid: `guid-${s.id}`, url: homeUrl })],
  ["links all entries to one live page", "guid", (s) => ({ ...basis(s), guid: `guid-${s.id}`, url: "https://paper.example/live" })],
  ["is told to go by addresses", "url", (s) => ({ ...basis(s), guid: `fetch-${s.at}`, url: address(s.id, s.noise) })],
  [
    "is told to go by title and date",
    "title_date",
    (s) => ({ ...basis({ ...s, isRetitled: false, isRedated: false }), guid: `fetch-${s.at}`, url: `${address(s.id)}?visit=${s.at}` }),
  ],
];

function draftsOf(window: readonly Sight[], identity: DueFeed["identity"], write: Writer): ArticleDraft[] {
  const entries = window.map((seen) => makeEntry(write(seen))).map((entry) => ({ ...entry, url: canonicalUrl(entry.url) }));
  const context = {
    feed: makeFeed({ identity }),
    homeUrl,
    sharedKeys: findSharedKeys(entries, homeUrl),
    bodyMedia: new Map(),
    firstSeenAt: seenAt,
  };
  return entries.flatMap((entry) => entryToArticle(entry, context) ?? []);
}

it.each(writers)("makes one article of each entry, and none twice, of a feed that %s", (_, identity, write) => {
  fc.assert(
    fc.property(polls, (windows) => {
      const shelf = makeShelf();
      const articleOf = new Map<number, number>();
      for (const window of windows) {
        const stored = shelf.store(draftsOf(window, identity, write));
        for (const [index, { id }] of window.entries()) {
          const articleId = stored[index]?.id;
          expect(articleId).toBeDefined();
          expect(articleOf.get(id) ?? articleId).toBe(articleId);
          articleOf.set(id, articleId ?? 0);
        }
      }
      expect(new Set(articleOf.values()).size).toBe(articleOf.size);
      expect(shelf.articles).toHaveLength(articleOf.size);
    }),
    { numRuns: 40 },
  );
});

it.each(writers)("writes nothing when the same window comes again, in any order, from a feed that %s", (_, identity, write) => {
  fc.assert(
    fc.property(polls, fc.infiniteStream(fc.nat(100)), ([window = []], picks) => {
      const shelf = makeShelf();
      const again = window.map((seen) => ({ seen, rank: picks.next().value })).sort((a, b) => a.rank - b.rank);
      shelf.store(draftsOf(window, identity, write));
      shelf.store(
        draftsOf(
          again.map(({ seen }) => seen),
          identity,
          write,
        ),
      );
      expect(shelf.written()).toBe(0);
    }),
    { numRuns: 15 },
  );
});

it("makes one article of each entry that two feeds of a publisher carry under their own guids and dates", () => {
  fc.assert(
    fc.property(polls, fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }), (windows, isSecond) => {
      const shelf = makeShelf();
      const ids = new Set<number>();
      for (const [index, window] of windows.entries()) {
        const feed = isSecond[index] ? "second" : "first";
        for (const { id } of window) ids.add(id);
        shelf.store(draftsOf(window, "guid", (s) => ({ ...basis(s), guid: `${feed}-${s.id}`, url: address(s.id, s.noise) })));
      }
      expect(shelf.articles).toHaveLength(ids.size);
    }),
    { numRuns: 40 },
  );
});
