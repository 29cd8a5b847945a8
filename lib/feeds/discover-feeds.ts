import { Parser } from "htmlparser2";
import { collapseSpace } from "@/lib/core/text";
import { absoluteHref } from "@/lib/core/url";
import { isFeedType, looksLikeFeed } from "./feed-address";
import { flattenPage } from "./internal/flatten-page";
import { type FeedCandidate, rankCandidates } from "./rank-candidates";
import { mediaType } from "./read-link-header";

type Attributes = Readonly<Record<string, string>>;

/** A page names no more feeds that anyone would choose from. */
const candidatesMax = 200;
const titleCharsMax = 200;
/** Enough for any page made for people; a hostile one costs about a second. */
const linksMax = 20_000;
const pageCharsMax = 2_000_000;

/**
 * The feeds a page names: links of relation "alternate" (or "feed") and a feed's type, then links and anchors whose
 * address or words look like a feed. Absolute, each address once, the likeliest first, comments last.
 *
 * @param html the page as text, of which two million characters are read; never run, broken markup is forgiven
 * @param url address of the page; its first `base` element counts, wherever it stands
 * @returns candidates: only a fetch shows whether they are feeds
 * Source: RSS autodiscovery, WHATWG HTML sections 2.4.3 and 4.6.7.1
 */
export function discoverFeeds(html: string, url: string): FeedCandidate[] {
  const { bases, links } = readLinks(html.slice(0, pageCharsMax));
  const base = absoluteHref(bases.find(Boolean), url) ?? url;
  const found = links.flatMap(
    (link) => (link.words === null ? fromLink(link.attributes, base) : fromAnchor(link.attributes, link.words, base)) ?? [],
  );
  return rankCandidates(found).slice(0, candidatesMax);
}

/** An element that leads somewhere; `words` is null for a `link`. */
type PageLink = { attributes: Attributes; words: string | null };

function readLinks(html: string): { bases: string[]; links: PageLink[] } {
  const bases: string[] = [];
  const links: PageLink[] = [];
  let anchor: { attributes: Attributes; words: string } | null = null;
  const keep = (link: PageLink) => {
    if (links.length < linksMax) links.push(link);
  };
  const addWords = (words: string) => {
    if (anchor && anchor.words.length < titleCharsMax) anchor.words += words;
  };
  const openers: Record<string, ((attributes: Attributes) => void) | undefined> = {
    base: ({ href }) => void bases.push(href ?? ""),
    link: (attributes) => keep({ attributes, words: null }),
    area: (attributes) => keep({ attributes, words: attributes.alt ?? "" }),
    img: ({ alt }) => addWords(` ${alt ?? ""} `),
    a: (attributes) => {
      anchor = { attributes, words: "" };
      keep(anchor);
    },
  };
  const onopentag = (name: string, attributes: Attributes) => (Object.hasOwn(openers, name) ? openers[name]?.(attributes) : undefined);
  const onclosetag = (name: string) => {
    if (name === "a") anchor = null;
  };
  const parser = new Parser({ onopentag, ontext: addWords, onclosetag }, { decodeEntities: true });
  parser.write(flattenPage(html));
  parser.end();
  return { bases, links };
}

function fromLink(attributes: Attributes, base: string): FeedCandidate | null {
  const rels = (attributes.rel ?? "").toLowerCase().split(/\s+/);
  if (rels.includes("stylesheet") || !(rels.includes("alternate") || rels.includes("feed"))) return null;
  const href = hrefOf(attributes.href, base);
  if (!href) return null;
  const type = mediaType(attributes.type);
  const announces = isFeedType(type, href) || (rels.includes("feed") && type === "");
  if (!announces && (type !== "" || attributes.hreflang || attributes.media || !looksLikeFeed(href))) return null;
  return { url: href, title: titleOf(attributes.title), type: type || null, source: announces ? "alternate" : "anchor" };
}

function fromAnchor(attributes: Attributes, words: string, base: string): FeedCandidate | null {
  const href = hrefOf(attributes.href, base);
  if (!href) return null;
  const type = mediaType(attributes.type);
  const title = titleOf(attributes.title) ?? titleOf(words) ?? titleOf(attributes["aria-label"]);
  const isNamed = /^(?:the |our )?(?:rss|atom|xml|json|rdf)(?:[ -]?(?:2\.0|1\.0|feeds?))?$/i.test(titleOf(words) ?? "");
  const isFeed = /^feed:/i.test(attributes.href ?? "") || isFeedType(type, href) || looksLikeFeed(href) || isNamed;
  return isFeed ? { url: href, title, type: type || null, source: "anchor" } : null;
}

/** Absolute address; "feed://host/…" and "feed:https://…" mean the web. A page's own parts are no feeds. */
function hrefOf(href: string | undefined, base: string): string | null {
  const stated = (href ?? "").trim();
  if (stated === "" || stated.startsWith("#")) return null;
  const absolute = absoluteHref(stated.replace(/^feed:(?=https?:)/i, "").replace(/^feed:\/\//i, "https://"), base);
  return absolute?.replace(/#.*$/, "") ?? null;
}

const titleOf = (text: string | undefined): string | null => collapseSpace(text ?? "").slice(0, titleCharsMax) || null;
