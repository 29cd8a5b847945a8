import { parseHttpUrl } from "@/lib/core/url";

const feedTypes = /^(?:application|text)\/(?:x[.-])?(?:(?:rss|atom|rdf)(?:\+xml)?|feed\+json)$/;
const looseTypes = /^(?:application|text)\/(?:xml|json)$/;

/** JSON and XML that pages announce beside their feeds: programming interfaces and embedding, never a feed. */
const interfaces = /\/wp-json\/|\/oembed\b|[?&]rest_route=|\bmanifest\b|\bsitemap/i;

/**
 * Whether a link of this media type announces a feed. Bare `application/json` and `text/xml` do unless the address is
 * known for something else.
 *
 * @param type media type in lower case, without parameters
 * Source: RSS autodiscovery, RFC 4287, JSON Feed 1.1; types in use
 */
export const isFeedType = (type: string, url: string): boolean => feedTypes.test(type) || (looseTypes.test(type) && !interfaces.test(url));

/** Whether an address by itself looks like that of a feed: its last step, its extension, or a parameter says so. */
export function looksLikeFeed(url: string): boolean {
  const parsed = parseHttpUrl(url);
  if (!parsed || interfaces.test(url)) return false;
  const steps = parsed.pathname.toLowerCase().split("/").filter(Boolean);
  const last = steps.at(-1) ?? "";
  if (feedSteps.test(last) || feedFiles.test(last)) return true;
  if (/(?:^|&)(?:feed|format|type|output|alt)=(?:rss|atom|rdf|feed)/i.test(parsed.search.slice(1))) return true;
  const isFeedRoom = steps.slice(0, -1).some((step) => feedSteps.test(step)) || feedHosts.test(parsed.hostname);
  return isFeedRoom && /\.(?:xml|json)$/.test(last);
}

const feedSteps = /^(?:feeds?|rss2?|atom|rdf|xmlfeed|rssfeed|newsfeed)$/;
const feedFiles = /^(?:(?:feeds?|rss2?|atom)\.(?:xml|json|php|aspx?)|(?:index|news|blog)\.xml|.+\.(?:rss|rdf|atom))$/;
const feedHosts = /^(?:feeds?|rss)\d?\./;

/** Whether an address or a title names a feed of readers' comments. */
export const isCommentsFeed = (url: string, title: string | null): boolean =>
  /\/comments?(?:\/|$|\.|\?)|[?&][^=]*=comments[-_]/i.test(url) ||
  /\bcomments?\b|\bkommentare?\b|\bcommentaires?\b|\bcomentarios?\b|\bcomentários?\b|\bcommenti\b|\breacties\b|коммент|комент|评论|評論|コメント|التعليقات/i.test(
    title ?? "",
  );

/** Paths where systems in wide use keep their feeds, the commonest first. */
const usualPaths = ["feed", "rss", "rss.xml", "feed.xml", "atom.xml", "index.xml", "feeds/posts/default", "feed.json"];

/** Addresses worth a try where a page announces no feed: the usual places of its folder and of its site, at most twelve. */
export function usualFeedUrls(url: string): string[] {
  const page = parseHttpUrl(url);
  if (!page) return [];
  const folder = new URL(page.pathname.endsWith("/") ? page.pathname : `${page.pathname}/`, page.origin).href;
  const bases = folder === `${page.origin}/` ? [folder] : [`${page.origin}/`, folder];
  const wanted = bases.flatMap((base) => usualPaths.slice(0, bases.length === 1 ? 8 : 6).map((path) => new URL(path, base).href));
  return [...new Set(wanted)];
}
