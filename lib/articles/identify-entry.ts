import { hash32 } from "@/lib/core/hash";
import type { DueFeed, Entry } from "@/lib/feeds/types";
import type { DraftIdentity } from "./article-draft";
import { type EntryKeys, isWeakGuid, readKeys, textKey } from "./entry-keys";
import type { SharedKeys } from "./shared-keys";
import { urlKey } from "./url-key";

/** What names an entry within its publisher. */
export type EntryIdentity = { guid: string; guidHash: string; url: string; urlHash: string; identity: DraftIdentity };

/** Which rung of the ladder a feed's entries are named by first. */
export type IdentityRule = DueFeed["identity"];

/**
 * Names an entry by the identity ladder: its guid; else its canonical address; else a hash of title and date. The
 * feed's rule may put another rung first: `url` where guids change with every fetch, `title_date` where addresses
 * do too.
 *
 * Two keys are kept, `guidHash` for the rung that names it and `urlHash` for its address, so that either finds it
 * again when the other changes. A key that cannot tell entries apart (a bare home page, or one that several
 * entries of the window claim) is not used; such an address still links to the original.
 *
 * @param homeUrl where readers are sent when the entry has no address of its own
 * @param shared the keys that do not tell this window's entries apart
 */
export function identifyEntry(entry: Entry, homeUrl: string, shared: SharedKeys, rule: IdentityRule = "guid"): EntryIdentity {
  const all = shared.keysOf.get(entry) ?? readKeys(entry, urlKey(homeUrl));
  const keys = unshared(all, shared);
  const name = chooseName(keys, rule, all.titleDate !== null) ?? all.titleDate ?? textKey(entry);
  const isByGuid = name === keys.guid;
  const strength = isByGuid ? strengthOf(name) : "none";
  const isByAddress = strength !== "strong" && keys.url !== null && rule !== "title_date";
  return {
    guid: isByGuid ? (entry.guid ?? name) : name,
    guidHash: hash32(name),
    url: all.address ?? homeUrl,
    urlHash: keys.url === null ? hash32(`guid:${name}`) : hash32(keys.url),
    identity: { first: isByAddress ? "url" : "guid", guid: strength },
  };
}

function unshared(keys: EntryKeys, shared: SharedKeys): EntryKeys {
  const { guid, url, titleDate } = keys;
  return {
    ...keys,
    guid: guid !== null && shared.guids.has(guid) ? null : guid,
    url: url !== null && shared.urls.has(url) ? null : url,
    titleDate: titleDate !== null && shared.titleDates.has(titleDate) ? null : titleDate,
  };
}

/** Beside an address, which is a key of its own, title and date are the better second key than the address again. */
function chooseName({ guid, url, titleDate }: EntryKeys, rule: IdentityRule, isDated: boolean): string | null {
  switch (rule) {
    case "guid":
      return guid ?? titleDate ?? url;
    case "url":
      return url === null ? (guid ?? titleDate) : (titleDate ?? url);
    case "title_date":
      // A feed told to go by title and date changes the rest: without a date its words are all there is.
      return titleDate ?? (isDated ? (url ?? guid) : null);
    default:
      return rule satisfies never;
  }
}

const strengthOf = (guid: string): "strong" | "weak" => (isWeakGuid(guid) ? "weak" : "strong");
