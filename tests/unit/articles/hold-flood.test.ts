import { expect, it } from "vitest";
import { entryToArticle } from "@/lib/articles/entry-to-article";
import { type FloodFacts, quarantinedKind } from "@/lib/articles/judge-flood";
import { findSharedKeys } from "@/lib/articles/shared-keys";
import type { Entry } from "@/lib/feeds/types";
import { type ArticleShelf, makeShelf } from "./article-shelf";
import { makeEntry, makeFeed } from "./make-draft";

const minuteMs = 60_000;
const startAt = Date.UTC(2026, 10, 20);
const pollEveryMs = 20 * minuteMs;
const windowSize = 15;

/** How entry `id` is written at poll `poll`. */
type Names = (id: number, poll: number) => Partial<Entry>;

/** An entry every 25 minutes, polled every 20: what the feed's row would say is carried from poll to poll. */
function pollTimes(polls: number, names: Names): { shelf: ArticleShelf; events: string[]; shown: Set<number> } {
  const shelf = makeShelf();
  const events: string[] = [];
  const shown = new Set<number>();
  let feed: FloodFacts["feed"] = { lastSuccessAt: null, lastEntryAt: null, lastErrorKind: null };
  for (let poll = 0; poll < polls; poll += 1) {
    const now = new Date(startAt + windowSize * 25 * minuteMs + poll * pollEveryMs);
    const newest = Math.floor((now.getTime() - startAt) / (25 * minuteMs));
    const ids = Array.from({ length: windowSize }, (_, index) => newest - index);
    for (const id of ids) shown.add(id);
    shelf.store(draftsOf(ids, poll, now, names), feed, now);
    const flood = shelf.flood();
    if (flood.event) events.push(flood.event.kind);
    feed = { lastSuccessAt: now, lastEntryAt: dateOf(newest), lastErrorKind: flood.kind === "quarantine" ? quarantinedKind : null };
  }
  return { shelf, events, shown };
}

const dateOf = (id: number): Date => new Date(startAt + id * 25 * minuteMs + 7_000);

function draftsOf(ids: readonly number[], poll: number, now: Date, names: Names) {
  const entries = ids.map((id) =>
    makeEntry({ title: `Report ${id} on the harbour`, publishedAt: dateOf(id), summaryText: `Number ${id}.`, ...names(id, poll) }),
  );
  const homeUrl = "https://paper.example/";
  const context = { feed: makeFeed(), homeUrl, sharedKeys: findSharedKeys(entries, homeUrl), bodyMedia: new Map(), firstSeenAt: now };
  return entries.flatMap((entry) => entryToArticle(entry, context) ?? []);
}

const named = (name: string): Partial<Entry> => ({ guid: `guid-${name}`, url: `https://paper.example/${name}` });

it("stores each entry once though guids and addresses change with every fetch", () => {
  const { shelf, events, shown } = pollTimes(60, (id, poll) => named(`${id}-${poll}`));
  expect(shelf.articles).toHaveLength(shown.size);
  expect(events).toEqual(["quarantined"]);
});

it("keeps the window from coming twice when a paper moves to another system, and heals", () => {
  const { shelf, events, shown } = pollTimes(60, (id, poll) => named(poll < 10 ? `old-${id}` : `new-${id}`));
  expect(shelf.articles).toHaveLength(shown.size);
  expect(events).toEqual(["quarantined", "healed"]);
});

it("holds nothing of a steady feed", () => {
  const { shelf, events, shown } = pollTimes(60, (id) => named(String(id)));
  expect(shelf.articles).toHaveLength(shown.size);
  expect(events).toEqual([]);
});
