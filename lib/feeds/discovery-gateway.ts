import { err, ok, type Result } from "@/lib/core/result";
import { safeFetch } from "@/lib/platform/http/safe-fetch";
import type { SafeResponse } from "@/lib/platform/http/types";
import { decodePage } from "./decode-page";
import { discoverFeeds } from "./discover-feeds";
import { isCommentsFeed, isFeedType, looksLikeFeed, usualFeedUrls } from "./feed-address";
import { userAgent } from "./feed-gateway";
import { parseFeedKillably } from "./parse-gateway";
import { pollErrorWords } from "./poll-error-words";
import { type FeedCandidate, rankCandidates } from "./rank-candidates";
import { readLinkHeader } from "./read-link-header";
import type { ParsedFeed } from "./types";

/** A feed that was fetched and read. */
export type FoundFeed = {
  url: string;
  title: string;
  homeUrl: string | null;
  format: ParsedFeed["feed"]["format"];
  language: string | null;
  entries: number;
  /** Date of the newest entry; null where none is dated. */
  newestAt: Date | null;
  isComments: boolean;
  /** How it came to be known; "given" when the address asked about is the feed itself. */
  source: "given" | FeedCandidate["source"];
};

export type DiscoveryError = { kind: "unreachable"; reason: string } | { kind: "robots"; reason: string };

export type DiscoveryOptions = {
  /** What robots.txt says of a page; feeds are asked for without. */
  mayFetchPage: (url: string) => Promise<{ allowed: boolean; reason: string }>;
  /** Runs each request in its turn, so that a host is not asked too fast. */
  inTurn?: <T>(url: string, work: () => Promise<T>) => Promise<T>;
  /** Told of each feed with all that was read of it. */
  onRead?: (feed: FoundFeed, parsed: ParsedFeed) => void;
};

const pageBytesMax = 10 * 1_048_576;
const timeoutMs = 15_000;
/** Candidates of one kind that are fetched to see whether they are feeds. */
const triesMax = 12;
const listPagesMax = 2;

/**
 * Finds the feeds of a site from the address a person gives: the feed itself, or the page that names its feeds, or
 * a site that keeps one where most do. Everything returned was fetched and read.
 *
 * @returns the feeds, likeliest first and comments last, empty when the site has none; `robots` where the page is
 * closed to us
 */
export async function findFeeds(url: string, options: DiscoveryOptions): Promise<Result<FoundFeed[], DiscoveryError>> {
  if (!looksLikeFeed(url)) {
    const verdict = await options.mayFetchPage(url);
    if (!verdict.allowed) return err({ kind: "robots", reason: verdict.reason });
  }
  const asker: Asker = { inTurn: options.inTurn ?? ((_url, work) => work()), onRead: options.onRead };
  const fetched = await asker.inTurn(url, () => fetchDocument(url));
  if (!fetched.ok) return fetched;
  const given = await readFound(fetched.value, "given", null, asker);
  if (given) return ok([given]);
  const elsewhere = await refusalElsewhere(url, fetched.value.url, options);
  if (elsewhere) return err(elsewhere);
  const usual = usualFeedUrls(fetched.value.url).map((each) => ({ url: each, title: null, type: null, source: "usual-path" as const }));
  const named = namedBy(fetched.value);
  const announced = named.filter((candidate) => candidate.source !== "anchor");
  const looking = named.filter((candidate) => candidate.source === "anchor");
  return ok(await firstFound(asker, announced, looking, usual));
}

/** A redirect may lead to an origin with rules of its own: what it forbids is not looked at. */
async function refusalElsewhere(from: string, to: string, options: DiscoveryOptions): Promise<DiscoveryError | null> {
  if (new URL(from).origin === new URL(to).origin) return null;
  const verdict = await options.mayFetchPage(to);
  return verdict.allowed ? null : { kind: "robots", reason: verdict.reason };
}

type Asker = { inTurn: NonNullable<DiscoveryOptions["inTurn"]>; onRead: DiscoveryOptions["onRead"] };

/** The feeds of the first list that holds any; an anchor "RSS feeds" may lead to a page that lists them. */
async function firstFound(
  asker: Asker,
  announced: FeedCandidate[],
  looking: FeedCandidate[],
  usual: FeedCandidate[],
): Promise<FoundFeed[]> {
  const stated = await verify(announced, triesMax, asker);
  if (stated.found.length > 0) return stated.found;
  const linked = await verify(looking, triesMax, asker);
  if (linked.found.length > 0) return linked.found;
  const listed = await verify(linked.pages.slice(0, listPagesMax).flatMap(namedBy), triesMax, asker);
  return listed.found.length > 0 ? listed.found : (await verify(usual, 1, asker)).found;
}

/**
 * Fetches the first candidates one after another until `enough` are feeds; two addresses of one feed count as one.
 * What turned out to be something else is returned too.
 */
async function verify(candidates: FeedCandidate[], enough: number, asker: Asker): Promise<{ found: FoundFeed[]; pages: SafeResponse[] }> {
  const found = new Map<string, FoundFeed>();
  const pages: SafeResponse[] = [];
  for (const candidate of rankCandidates(candidates).slice(0, triesMax)) {
    const fetched = await asker.inTurn(candidate.url, () => fetchDocument(candidate.url));
    if (!fetched.ok) continue;
    const feed = await readFound(fetched.value, candidate.source, candidate.title, asker);
    if (!feed) pages.push(fetched.value);
    else if (!found.has(feed.url)) found.set(feed.url, feed);
    if (found.size === enough) break;
  }
  return { found: [...found.values()].sort((a, b) => Number(a.isComments) - Number(b.isComments)), pages };
}

async function fetchDocument(url: string): Promise<Result<SafeResponse, DiscoveryError>> {
  const accept = "text/html, application/xhtml+xml, application/atom+xml, application/rss+xml, application/feed+json, */*;q=0.1";
  const fetched = await safeFetch(url, { maxBytes: pageBytesMax, timeoutMs, headers: { accept, "user-agent": userAgent() } });
  if (!fetched.ok) return err({ kind: "unreachable", reason: pollErrorWords(fetched.error) });
  const { status } = fetched.value;
  if (status >= 200 && status < 300) return fetched;
  return err({ kind: "unreachable", reason: pollErrorWords({ kind: "http-status", status, retryAfterSec: null }) });
}

function namedBy(page: SafeResponse): FeedCandidate[] {
  const inHeader = readLinkHeader(page.headers.link, page.url)
    .filter((link) => link.rels.includes("alternate") && isFeedType(link.type, link.href))
    .map((link) => ({ url: link.href, title: link.title, type: link.type, source: "header" as const }));
  return rankCandidates([...inHeader, ...discoverFeeds(decodePage(page.bytes, page.headers["content-type"] ?? null), page.url)]);
}

async function readFound(
  response: SafeResponse,
  source: FoundFeed["source"],
  namedTitle: string | null,
  { onRead }: Asker,
): Promise<FoundFeed | null> {
  const parsed = await parseFeedKillably(response.bytes, { contentType: response.headers["content-type"] ?? null, url: response.url });
  if (!parsed.ok) return null;
  const { feed, entries } = parsed.value;
  const times = entries.flatMap((entry) => entry.publishedAt?.getTime() ?? []);
  const found: FoundFeed = {
    url: response.url,
    title: feed.title || namedTitle || new URL(response.url).hostname,
    homeUrl: feed.homeUrl,
    format: feed.format,
    language: feed.language,
    entries: entries.length,
    newestAt: times.length > 0 ? new Date(times.reduce((a, b) => Math.max(a, b))) : null,
    isComments: isCommentsFeed(response.url, feed.title || namedTitle),
    source,
  };
  onRead?.(found, parsed.value);
  return found;
}
