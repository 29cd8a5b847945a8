import type { Entry } from "@/lib/feeds/types";
import { type EntryKeys, readKeys } from "./entry-keys";
import { urlKey } from "./url-key";

/** Keys that several entries of one window claim though they are different entries: these tell nothing apart. */
export type SharedKeys = {
  guids: ReadonlySet<string>;
  urls: ReadonlySet<string>;
  titleDates: ReadonlySet<string>;
  /** Every entry's keys, so that nobody need read them again. */
  keysOf: ReadonlyMap<Entry, EntryKeys>;
};

/** Two entries of one headline at one address are a series, not a copy, from this far apart. */
const seriesMs = 20 * 3_600_000;

/** Addresses, guids and title-and-date pairs that do not tell the entries of this window apart. */
export function findSharedKeys(entries: readonly Entry[], homeUrl: string): SharedKeys {
  const homeKey = urlKey(homeUrl);
  const facts = entries.map((entry): Facts => ({ ...readKeys(entry, homeKey), entry }));
  return {
    guids: sharedBy(facts, "guid", (one, other) => one.title !== other.title && (one.url !== other.url || isAnotherMoment(one, other))),
    urls: sharedBy(facts, "url", (one, other) => isAnotherName(one, other) && saysAnother(one, other)),
    titleDates: sharedBy(facts, "titleDate", (one, other) => one.url !== other.url),
    keysOf: new Map(facts.map((fact) => [fact.entry, fact])),
  };
}

type Facts = EntryKeys & { entry: Entry };

function sharedBy(
  facts: readonly Facts[],
  key: "guid" | "url" | "titleDate",
  isAnother: (one: Facts, other: Facts) => boolean,
): Set<string> {
  const first = new Map<string, Facts>();
  const shared = new Set<string>();
  for (const fact of facts) {
    const name = fact[key];
    if (name === null) continue;
    const other = first.get(name);
    if (other === undefined) first.set(name, fact);
    else if (isAnother(other, fact)) shared.add(name);
  }
  return shared;
}

/** One guid at one address is one entry in two versions (RFC 4287, 4.2.6), whatever the headline. */
const isAnotherName = (one: Facts, other: Facts): boolean => one.guid === null || one.guid !== other.guid;

const saysAnother = (one: Facts, other: Facts): boolean => one.title !== other.title || apartMs(one, other) >= seriesMs;

function isAnotherMoment(one: Facts, other: Facts): boolean {
  const isUndated = one.entry.publishedAt === null || other.entry.publishedAt === null;
  return one.url === null && (isUndated || apartMs(one, other) > 0);
}

function apartMs(one: Facts, other: Facts): number {
  const [at, otherAt] = [one.entry.publishedAt, other.entry.publishedAt];
  return at === null || otherAt === null ? 0 : Math.abs(at.getTime() - otherAt.getTime());
}
