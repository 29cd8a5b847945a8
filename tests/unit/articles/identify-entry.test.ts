import { expect, it } from "vitest";
import { type EntryIdentity, type IdentityRule, identifyEntry } from "@/lib/articles/identify-entry";
import { findSharedKeys } from "@/lib/articles/shared-keys";
import { canonicalUrl } from "@/lib/feeds/canonical-url";
import type { Entry } from "@/lib/feeds/types";
import { makeEntry } from "./make-draft";

const home = "https://paper.example/";
const address = "https://paper.example/world/harbour-opens";

/** Names an entry as one of a window of entries. */
const name = (changes: Partial<Entry>, rule: IdentityRule = "guid", others: Partial<Entry>[] = []): EntryIdentity => {
  const [entry, ...rest] = [changes, ...others].map(makeEntry).map((each) => ({ ...each, url: canonicalUrl(each.url) }));
  if (!entry) throw new Error("no entry");
  return identifyEntry(entry, home, findSharedKeys([entry, ...rest], home), rule);
};

it("names an entry by its guid, and keeps its address as the second key", () => {
  const [one, other] = [name({ guid: "guid-a" }), name({ guid: "guid-b" })];
  expect(one.guidHash).not.toBe(other.guidHash);
  expect(one.urlHash).toBe(other.urlHash);
  expect(one.identity).toEqual({ first: "guid", guid: "strong" });
});

it("names an entry without a guid by its address first, then by title and date", () => {
  const [one, retitled, moved] = [name({ guid: null }), name({ guid: null, title: "Another" }), name({ guid: null, url: `${address}-2` })];
  expect(one.identity).toEqual({ first: "url", guid: "none" });
  expect(retitled.urlHash).toBe(one.urlHash);
  expect(moved.guidHash).toBe(one.guidHash);
});

it("names an entry without guid and address by title and date", () => {
  const bare = { guid: null, url: null };
  const one = name(bare);
  expect(name(bare)).toEqual(one);
  expect(name({ ...bare, title: "Another" }).guidHash).not.toBe(one.guidHash);
  expect(one.url).toBe(home);
});

it("tells entries apart that have neither guid nor address nor date", () => {
  const bare = { guid: null, url: null, publishedAt: null, title: "Short notice" };
  expect(name({ ...bare, summaryText: "Ferry late." }).guidHash).not.toBe(name({ ...bare, summaryText: "Bridge shut." }).guidHash);
});

it.each<[string, Partial<Entry>]>([
  ["a move to https", { url: address.replace("https", "http") }],
  ["www.", { url: address.replace("//", "//www.") }],
  ["a slash at the end", { url: `${address}/` }],
  ["tracking parameters", { url: `${address}?utm_source=rss&fbclid=1` }],
  ["a counter of versions", { url: `${address}#12` }],
  ["a text fragment", { url: `${address}#:~:text=harbour` }],
  ["a session number", { url: `${address};jsessionid=0A1B?PHPSESSID=77` }],
])("takes an address for the same in spite of %s", (_, changes) => {
  expect(name({ ...changes, guid: null }).urlHash).toBe(name({ guid: null }).urlHash);
});

it.each([
  ["a fragment that names an entry of a live page", `${address}#entry-7`],
  ["a parameter that names the article", `${address}?id=7`],
  ["another path", `${address}/7`],
])("keeps addresses apart that differ in %s", (_, url) => {
  expect(name({ url }).urlHash).not.toBe(name({}).urlHash);
});

it("reads a guid that is an address as an address", () => {
  const guid = `${address}#0`;
  expect(name({ guid }).guidHash).toBe(name({ guid: `${address.replace("https", "http")}#4` }).guidHash);
  expect(name({ guid: "https://paper.example/?p=12", url: null }).url).toBe("https://paper.example/?p=12");
  expect(name({ guid: "https://paper.example/?p=12" }).guidHash).not.toBe(name({ guid: "https://paper.example/?p=13" }).guidHash);
});

it("does not take a home page for an identity, as address or as guid", () => {
  expect(name({ guid: "guid-a", url: home }).urlHash).not.toBe(name({ guid: "guid-b", url: home }).urlHash);
  expect(name({ guid: home, url: `${address}-1`, title: "One" }).guidHash).not.toBe(
    name({ guid: home, url: `${address}-2`, title: "Two" }).guidHash,
  );
});

it("does not take an address for an identity that different entries of the window share", () => {
  const ticker = { url: `${home}live`, title: "Gulls seen" };
  const one = name(ticker, "guid", [{ ...ticker, guid: "guid-2", title: "Ferry late" }]);
  const other = name({ ...ticker, guid: "guid-2", title: "Ferry late" }, "guid", [ticker]);
  expect(one.urlHash).not.toBe(other.urlHash);
  expect(one.url).toBe(ticker.url);
});

it("takes a guid that the whole window shares for none", () => {
  const constant = { guid: "tag:paper.example", title: "One", url: `${address}-1` };
  const other = { ...constant, title: "Two", url: `${address}-2` };
  expect(name(constant, "guid", [other]).guidHash).not.toBe(name(other, "guid", [constant]).guidHash);
});

it("follows the feed's rule: address, or title and date, before the guid", () => {
  const churned = { guid: "fetch-2" };
  expect(name(churned, "url").urlHash).toBe(name({}, "url").urlHash);
  expect(name(churned, "url").guidHash).toBe(name({}, "url").guidHash);
  const wandering = { guid: "fetch-2", url: `${address}?visit=2` };
  expect(name(wandering, "title_date").guidHash).toBe(name({}, "title_date").guidHash);
  expect(name(wandering, "title_date").identity.first).toBe("guid");
  const undated = { publishedAt: null, summaryText: "It did." };
  expect(name({ ...wandering, ...undated }, "title_date").guidHash).toBe(name(undated, "title_date").guidHash);
});
