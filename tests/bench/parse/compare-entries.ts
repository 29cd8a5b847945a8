import { canonicalUrl } from "@/lib/feeds/canonical-url";
import { plainTitle } from "@/lib/feeds/plain-text";
import type { Entry } from "@/lib/feeds/types";
import type { OracleItem } from "./load-corpus";
import { type Tally, tally } from "./tally";

export type Difference = { field: "missing" | "titles" | "links" | "dates"; theirs: string | null; ours: string | null };
export type Agreement = { expected: number; found: number; titles: Tally; links: Tally; dates: Tally; differences: Difference[] };

/**
 * Compares the entries of one feed with the reference's: pairs them by id, then link, then title, each once, and
 * counts where title, link and date agree among those the reference states.
 *
 * @param base what the reference's unresolved links are resolved against
 */
export function compareEntries(entries: Entry[], oracle: OracleItem[], base: string | null): Agreement {
  const agreement: Agreement = { expected: oracle.length, found: 0, titles: tally(), links: tally(), dates: tally(), differences: [] };
  const left = new Set(entries);
  for (const item of oracle) {
    const entry = findPair(left, item, base);
    if (!entry) {
      agreement.differences.push({ field: "missing", theirs: item.id ?? item.link ?? item.title ?? null, ours: null });
      continue;
    }
    left.delete(entry);
    agreement.found += 1;
    compare(agreement, "titles", normalTitle(item.title), normalTitle(entry.title));
    compare(agreement, "links", canonicalUrl(item.link, base), entry.url);
    compare(agreement, "dates", normalDate(item.published), entry.publishedAt ? normalDate(entry.publishedAt.toISOString()) : null);
  }
  return agreement;
}

function compare(agreement: Agreement, field: "titles" | "links" | "dates", theirs: string | null, ours: string | null): void {
  if (theirs === null) return;
  agreement[field].stated += 1;
  if (theirs === ours) agreement[field].agreed += 1;
  else agreement.differences.push({ field, theirs, ours });
}

function findPair(left: Set<Entry>, item: OracleItem, base: string | null): Entry | null {
  const all = [...left];
  const link = canonicalUrl(item.link, base);
  const title = normalTitle(item.title);
  return (
    all.find((entry) => item.id && entry.guid === item.id.replace(/\s+/g, " ").trim()) ??
    all.find((entry) => link && entry.url === link) ??
    all.find((entry) => title && normalTitle(entry.title) === title) ??
    // An item with none of the three pairs with the next entry that has neither guid nor address.
    (item.id || link || title ? null : (all.find((entry) => entry.guid === null && entry.url === null) ?? null))
  );
}

/** Letters and digits alone: quotes, dashes and spaces are typography. */
function normalTitle(title: string | null | undefined): string | null {
  const text = plainTitle({ value: title ?? "", type: "html" })
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "");
  return text === "" ? null : text;
}

/** To the second. */
const normalDate = (iso: string | null | undefined): string | null => (iso ? `${new Date(iso).toISOString().slice(0, 19)}Z` : null);
