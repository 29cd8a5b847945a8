import { expect, it } from "vitest";
import { findSharedUrls, identifyEntry } from "@/lib/articles/identify-entry";
import { makeEntry } from "./make-draft";

const home = "https://paper.example/";

it("names an entry by its guid", () => {
  const one = identifyEntry(makeEntry({ guid: "a" }), home, false);
  const other = identifyEntry(makeEntry({ guid: "b" }), home, false);
  expect(one.guidHash).not.toBe(other.guidHash);
  expect(one.urlHash).toBe(other.urlHash);
});

it("names an entry without a guid by its address", () => {
  const entry = makeEntry({ guid: null });
  expect(identifyEntry(entry, home, false).guid).toBe(entry.url);
});

it("names an entry without guid and address by title and date", () => {
  const bare = { guid: null, url: null };
  const one = identifyEntry(makeEntry(bare), home, false);
  expect(identifyEntry(makeEntry(bare), home, false)).toEqual(one);
  expect(identifyEntry(makeEntry({ ...bare, title: "Another" }), home, false).guidHash).not.toBe(one.guidHash);
  expect(one.url).toBe(home);
});

it("links to a guid that is an address", () => {
  expect(identifyEntry(makeEntry({ guid: "https://paper.example/?p=12", url: null }), home, false).url).toBe("https://paper.example/?p=12");
});

it("does not take a home page, or an address that entries share, for an identity", () => {
  const toHome = (guid: string) => identifyEntry(makeEntry({ guid, url: home }), home, false).urlHash;
  expect(toHome("a")).not.toBe(toHome("b"));
  const ticker = [makeEntry({ guid: "a" }), makeEntry({ guid: "b" })];
  const shared = findSharedUrls(ticker);
  expect([...shared]).toEqual([ticker[0]?.url]);
});
