import { expect, it } from "vitest";
import { findOffenders, readSources } from "./source-files";

const code = readSources(["app", "components", "lib"]);
const showsOne = /from "(@\/lib\/articles|\.)\/show-card"/;
/** Whoever asks by an address asks for one article on its own page. */
const readsRows = /import \{(?! selectCardBySlug \})[^}]*\} from "(@\/lib\/articles|\.)\/(card-store|known-card-store)"/;

/** Who may show a card without asking about mutes, and why. */
const mayShowOne = [
  // The door itself.
  "lib/articles/card-queries.ts",
  // An article on its own address.
  "lib/articles/queries.ts",
  "lib/articles/revision-queries.ts",
  "lib/ranking/why-queries.ts",
  // Rows that have come through `withoutMuted` or `withoutMutedParts`.
  "lib/editorial/queries.ts",
  "lib/stories/queries.ts",
  "lib/stories/show-story.ts",
];

/** Files that hand out rows of cards to nobody: stores, what is made for everyone alike, and machines' feeds. */
const readsForNobody = [/-store[.]ts$/, /\/store[.]ts$/, /^lib\/syndication\//, /^lib\/(jobs|cli)\//];

it("no list shows a card that did not come through the door of the mutes", () => {
  expect(findOffenders(code, showsOne, mayShowOne)).toEqual([]);
});

it("whoever reads rows of cards for a viewer shows them by that door", () => {
  const readers = new Set(findOffenders(code, readsRows, readsForNobody));
  const asks = /\b(showCards|showStoryCards|withoutMuted|withoutMutedParts|listStandingCards|showOwnCards|findMutes)\b/;
  const silent = code.filter(({ path, text }) => readers.has(path) && !asks.test(text)).map(({ path }) => path);
  expect(silent).toEqual([]);
});

it("bites: a query that shows cards by itself would be found", () => {
  const planted = { path: "lib/search/queries.ts", text: 'import { showCard } from "@/lib/articles/show-card";', lines: 1 };
  expect(findOffenders([planted], showsOne, mayShowOne)).toEqual([planted.path]);
});
