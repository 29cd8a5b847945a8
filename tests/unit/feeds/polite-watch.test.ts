import { expect, it } from "vitest";
import type { Behaviour } from "../../bench/polite/types";
import { type Given, makeWatch, type Seen } from "../../bench/polite/watch";

const start = new Date("2026-03-02T00:00:00Z");
const behaviour: Behaviour = { name: "paper", host: 1, gapSec: 300, entryEveryHours: 5, isClosed: (at) => at.getUTCHours() === 3 };
const given: Given = { etag: '"1"', lastModified: null, isAnswer: true, restSec: null, isGone: false };

const asked = (minutes: number, over: Partial<Seen> = {}): Seen => ({
  behaviour,
  address: "127.0.1.1/feed",
  target: "/feed",
  at: new Date(start.getTime() + minutes * 60_000),
  restarts: 0,
  ifNoneMatch: '"1"',
  ifModifiedSince: null,
  hasCookie: false,
  hasReferrer: false,
  ...over,
});

/** What the watch finds in a second request after a first one that was given an ETag, or what `first` says. */
function breachesOf(second: Seen, first: Given = given): string[] {
  const watch = makeWatch();
  const opening = asked(0, { ifNoneMatch: null });
  watch.seen(opening);
  watch.answered(opening, first);
  watch.seen(second);
  return watch.breaches.map((breach) => breach.kind);
}

it("finds nothing in a polite request", () => {
  expect(breachesOf(asked(5))).toEqual([]);
});

it.each([
  ["an early one", asked(4.9), given, ["early"]],
  ["an early one after a restart", asked(4, { restarts: 1 }), given, ["early", "restart"]],
  ["one in an hour ruled out", asked(185), given, ["early"]],
  ["one while the host rests", asked(10, { address: "127.0.1.1/feed-2", ifNoneMatch: null }), { ...given, restSec: 3_600 }, ["early"]],
  ["one after a 410", asked(1_000, { ifNoneMatch: null }), { ...given, etag: null, isAnswer: false, isGone: true }, ["early"]],
  ["an unconditional one", asked(10, { ifNoneMatch: null }), given, ["unconditional"]],
  ["an invented ETag", asked(10, { ifNoneMatch: '"2"' }), given, ["invented"]],
  ["an invented date", asked(10, { ifModifiedSince: "yesterday" }), given, ["invented"]],
  ["a cookie", asked(10, { hasCookie: true }), given, ["baggage"]],
  ["an added query", asked(10, { target: "/feed?_=1" }), given, ["baggage"]],
])("counts %s", (_name, second, first, kinds) => {
  expect(breachesOf(second, first)).toEqual(kinds);
});
