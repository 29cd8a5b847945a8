import type { Entry, FeedInfo, ParsedFeed } from "@/lib/feeds/types";
import type { ArticleDraft } from "./article-draft";
import type { DraftTitle } from "./draft-title";
import { type DraftContext, entryToArticle } from "./entry-to-article";
import { findSharedKeys } from "./shared-keys";

/** A feed's answer, every entry made ready to store. */
export type DraftedFeed = {
  feed: FeedInfo;
  drafts: ArticleDraft[];
  /** Entries that could be read, whether or not they became drafts. */
  entries: number;
  /** Entries that came to nothing. */
  dropped: number;
  warnings: string[];
};

/** Makes drafts of a feed's entries under its title's licence. Pure. */
export function draftFeed(parsed: ParsedFeed, title: DraftTitle, firstSeenAt: Date): DraftedFeed {
  const { feed, entries, bodyMedia, warnings } = parsed;
  const homeUrl = feed.homeUrl ?? new URL("/", title.url).href;
  const context: DraftContext = { feed: title, homeUrl, sharedKeys: findSharedKeys(entries, homeUrl), bodyMedia, firstSeenAt };
  const drafts = entries.flatMap((entry) => tryDraft(entry, context) ?? []);
  return { feed, drafts, entries: entries.length, dropped: parsed.dropped + entries.length - drafts.length, warnings };
}

/** One strange entry must not cost the others: it is counted as dropped. */
function tryDraft(entry: Entry, context: DraftContext): ArticleDraft | null {
  try {
    return entryToArticle(entry, context);
  } catch {
    return null;
  }
}
