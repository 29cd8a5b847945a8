import { hash32 } from "@/lib/core/hash";
import type { Entry } from "@/lib/feeds/types";

/** What names an entry within its publisher. */
export type EntryIdentity = { guid: string; guidHash: string; url: string; urlHash: string };

/**
 * Names an entry by the identity ladder: its guid; else its canonical address; else a hash of title and date.
 * An address that cannot tell entries apart (none, a bare home page, or one that several entries of the
 * feed share) still links to the original, but identity then rests on the guid alone.
 *
 * @param homeUrl where readers are sent when the entry has no address of its own
 * @param isSharedUrl whether another entry of the same feed, with another guid, has this address
 */
export function identifyEntry(entry: Entry, homeUrl: string, isSharedUrl: boolean): EntryIdentity {
  const guid = entry.guid ?? entry.url ?? titleAndDate(entry);
  const url = entry.url ?? (isWebAddress(entry.guid) ? entry.guid : homeUrl);
  const tellsApart = url !== homeUrl && !isSharedUrl && !isBareHost(url);
  return { guid, guidHash: hash32(guid), url, urlHash: tellsApart ? hash32(url) : hash32(`guid:${guid}`) };
}

/** Addresses that more than one entry of a feed claims under different guids. */
export function findSharedUrls(entries: readonly Entry[]): Set<string> {
  const guidsOf = Map.groupBy(entries, (entry) => entry.url ?? "");
  const shared = [...guidsOf].filter(([url, group]) => url !== "" && new Set(group.map((entry) => entry.guid)).size > 1);
  return new Set(shared.map(([url]) => url));
}

const titleAndDate = (entry: Entry): string => `urn:title-date:${hash32(`${entry.title}\u0000${entry.publishedAt?.toISOString() ?? ""}`)}`;

const isWebAddress = (text: string | null): text is string => text !== null && /^https?:\/\//i.test(text) && URL.canParse(text);

function isBareHost(url: string): boolean {
  if (!URL.canParse(url)) return true;
  const { pathname, search } = new URL(url);
  return pathname === "/" && search === "";
}
