/** A feed as stored. */
export type KnownFeed = {
  id: number;
  url: string;
  /** Addresses it had before it moved or took another feed over. */
  formerUrls: string[];
  section: string;
  language: string | null;
  isActive: boolean;
};

/** A feed as the catalogue wants it; section is a slug or "top". */
export type WantedFeed = { url: string; section: string; language: string | null };

export type FeedPlan = {
  create: WantedFeed[];
  /** Known feeds to bring up to date; `isMoved` when the address itself changed, so that its validators are void. */
  update: (WantedFeed & { id: number; isMoved: boolean })[];
  deactivate: number[];
};

/**
 * What to do so that a publisher's stored feeds become the wanted ones. A feed is recognised by its address, also
 * by one it has moved away from; a sample title's by its path alone, because the newsroom listens on another port
 * each time.
 */
export function planFeeds(known: readonly KnownFeed[], wanted: readonly WantedFeed[], isSample: boolean): FeedPlan {
  const keyOf = isSample ? pathOf : (url: string) => url;
  // The list may still say where a feed was before it moved: that is this feed, wherever it lives now.
  const former = known.flatMap((feed) => feed.formerUrls.map((url) => [keyOf(url), feed] as const));
  const byKey = new Map([...known.map((feed) => [keyOf(feed.url), feed] as const), ...former]);
  const plan: FeedPlan = { create: [], update: [], deactivate: [] };
  const kept = new Set<number>();
  for (const feed of wanted) {
    const stored = byKey.get(keyOf(feed.url));
    if (!stored) {
      plan.create.push(feed);
      continue;
    }
    if (kept.has(stored.id)) continue;
    kept.add(stored.id);
    const url = stored.formerUrls.includes(feed.url) ? stored.url : feed.url;
    if (differs(stored, { ...feed, url })) plan.update.push({ ...feed, url, id: stored.id, isMoved: stored.url !== url });
  }
  plan.deactivate = known.filter((feed) => feed.isActive && !kept.has(feed.id)).map((feed) => feed.id);
  return plan;
}

const differs = (stored: KnownFeed, wanted: WantedFeed): boolean =>
  stored.url !== wanted.url || stored.section !== wanted.section || stored.language !== wanted.language || !stored.isActive;

function pathOf(url: string): string {
  const { pathname, search } = new URL(url);
  return pathname + search;
}
