import type { Expected, History, Snapshot } from "./types";

type Version = { title: string; description: string; publishedAt: Date };
type Made = { id: number; feeds: string[]; versions: { from: Date; version: Version }[] };

const feedNames = ["front", "world", "business", "late"];
const articleCount = 150;
const windowSize = 20;
const startAt = Date.UTC(2026, 2, 2);
const articleEveryMs = 18 * 60_000;
const pollEveryMs = 20 * 60_000;

/**
 * A history of our own making, three days of four feeds of one paper: entries in two feeds, corrected headlines and
 * summaries, new dates, and the noise that must change nothing: other orders, tracking parameters, fragments that
 * count versions, a move from http to https, and one feed that is always an hour behind.
 */
export function makeHistory(): History {
  const articles = Array.from({ length: articleCount }, (_, id) => makeArticle(id));
  const shown = new Map<number, Facts>();
  const before = new Map<string, string>();
  const snapshots: Snapshot[] = [];
  const end = startAt + articleCount * articleEveryMs;
  for (let tick = 0, time = startAt + pollEveryMs; time <= end; tick += 1, time += pollEveryMs) {
    for (const feed of feedNames) {
      const window = windowOf(articles, feed, new Date(feed === "late" ? time - 3_600_000 : time));
      for (const { id, version } of window) remember(shown, id, feed, version);
      const said = JSON.stringify(window);
      const bytes = new TextEncoder().encode(render(window, tick));
      snapshots.push({ feed, at: new Date(time), bytes: () => bytes, isUnchanged: before.get(feed) === said });
      before.set(feed, said);
    }
  }
  return { name: "generated", snapshots, expected: expect(snapshots, [...shown.values()]) };
}

function makeArticle(id: number): Made {
  const publishedAt = new Date(startAt + id * articleEveryMs);
  const version: Version = {
    title: `Council votes on plan ${id} for the harbour`,
    description: `The vote on plan ${id} was close.`,
    publishedAt,
  };
  const later = (minutes: number) => new Date(publishedAt.getTime() + minutes * 60_000);
  const versions = [{ from: publishedAt, version }];
  if (id % 7 === 0) versions.push({ from: later(50), version: { ...version, title: `Council rejects plan ${id} for the harbour` } });
  const titled = versions.at(-1)?.version ?? version;
  if (id % 11 === 0) versions.push({ from: later(90), version: { ...titled, description: `Plan ${id} fell by two votes.` } });
  const described = versions.at(-1)?.version ?? version;
  if (id % 5 === 0) versions.push({ from: later(130), version: { ...described, publishedAt: later(125) } });
  const feeds = ["front", "late", ...(id % 3 === 0 ? ["world"] : []), ...(id % 4 === 0 ? ["business"] : [])];
  return { id, feeds: id % 10 === 9 ? ["world"] : feeds, versions };
}

type Shown = { id: number; version: Version };

function windowOf(articles: readonly Made[], feed: string, now: Date): Shown[] {
  const out = articles.flatMap(({ id, feeds, versions }) => {
    const current = versions.filter(({ from }) => from <= now).at(-1);
    return current && feeds.includes(feed) ? [{ id, version: current.version }] : [];
  });
  return out.slice(-windowSize);
}

/** What readers of all feeds together have seen of an article. */
type Facts = { feeds: Set<string>; titles: Set<string>; descriptions: Set<string>; dates: Set<number> };

function remember(shown: Map<number, Facts>, id: number, feed: string, version: Version): void {
  const facts: Facts = shown.get(id) ?? { feeds: new Set(), titles: new Set(), descriptions: new Set(), dates: new Set() };
  facts.feeds.add(feed);
  facts.titles.add(version.title);
  facts.descriptions.add(version.description);
  facts.dates.add(version.publishedAt.getTime());
  shown.set(id, facts);
}

const expect = (snapshots: readonly Snapshot[], shown: readonly Facts[]): Expected => ({
  articles: shown.length,
  articlesInSeveralFeeds: shown.filter((facts) => facts.feeds.size > 1).length,
  retitled: shown.filter((facts) => facts.titles.size > 1).length,
  redescribed: shown.filter((facts) => facts.descriptions.size > 1).length,
  redated: shown.filter((facts) => facts.dates.size > 1).length,
  unchangedPolls: snapshots.filter((snapshot) => snapshot.isUnchanged).length,
});

/** One document; what changes from tick to tick beside the entries is noise. */
function render(window: readonly Shown[], tick: number): string {
  const ordered = tick % 2 === 0 ? window.toReversed() : window;
  return `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>History</title>
<link>https://history.example/</link><description>d</description><language>en-gb</language><lastBuildDate>${tick}</lastBuildDate>
${ordered.map((shown) => renderItem(shown, tick)).join("\n")}</channel></rss>`;
}

function renderItem({ id, version }: Shown, tick: number): string {
  const scheme = tick % 6 < 3 ? "http" : "https";
  const address = `${scheme}://history.example/articles/plan-${id}`;
  return `<item><title>${version.title}</title><description>${version.description}</description>
<link>${address}?utm_source=feed-${tick}</link><guid isPermaLink="false">${address}#${tick % 20}</guid>
<pubDate>${version.publishedAt.toUTCString()}</pubDate></item>`;
}
