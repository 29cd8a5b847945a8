import { hash32 } from "@/lib/core/hash";
import { canonicalUrl } from "@/lib/feeds/canonical-url";
import type { Entry } from "@/lib/feeds/types";
import { bareText } from "./bare-text";
import { canonicalUrlKey, urlKey } from "./url-key";

/** What may name an entry, each in the form it is compared by; null where it has none or it names nothing. */
export type EntryKeys = {
  /**
   * An address in the form of `urlKey`, so that a move to https or another version's fragment changes nothing; any
   * other guid as it is.
   */
  guid: string | null;
  /** Where readers are sent: its address, or a guid that is one; null for neither. */
  address: string | null;
  url: string | null;
  /** Its headline as `bareText` has it. */
  title: string;
  /** What title and date together say; null without either, since a title alone comes again. */
  titleDate: string | null;
};

/** Where a feed counts its entries instead of naming them, its guids are this short. */
const weakCharactersMax = 3;

/**
 * Reads an entry's keys.
 *
 * @param homeKey `urlKey` of the paper's home page, which names no entry
 */
export function readKeys(entry: Entry, homeKey: string | null): EntryKeys {
  const address = entry.url ?? canonicalUrl(entry.guid);
  const title = bareText(entry.title);
  return {
    guid: unlessHome(guidKey(entry), homeKey),
    address,
    url: address === null ? null : unlessHome(canonicalUrlKey(address), homeKey),
    title,
    titleDate: titleDateKey(title, entry.publishedAt),
  };
}

/** Whether a guid may be a mere number of the entry's place in the feed. */
export const isWeakGuid = (guid: string): boolean => guid.length <= weakCharactersMax;

/** What is left to name an entry by that has neither guid nor address nor date. */
export const textKey = (entry: Entry): string => `urn:text:${hash32(`${bareText(entry.title)}\u0000${bareText(entry.summaryText)}`)}`;

const unlessHome = (key: string | null, homeKey: string | null): string | null => (key === homeKey ? null : key);

function guidKey(entry: Entry): string | null {
  const guid = entry.guid?.trim() ?? "";
  if (guid === "") return null;
  return isWebAddress(guid) ? urlKey(guid) : guid;
}

const titleDateKey = (title: string, publishedAt: Date | null): string | null =>
  title === "" || publishedAt === null ? null : `urn:title-date:${publishedAt.toISOString()}:${title}`;

const isWebAddress = (text: string): boolean => /^https?:\/\//i.test(text) && URL.canParse(text);
