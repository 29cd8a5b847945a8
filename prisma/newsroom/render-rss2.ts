import { cdata, escapeMarkup, escapeTwice } from "./escape-markup";
import { rfc822, rfc822Old } from "./feed-dates";
import { type EntryFacts, entryFacts, type FeedFacts, type FeedInput, feedFacts } from "./feed-input";
import { plainInline } from "./render-body";
import { renderMediaEntry } from "./render-rss2-media";

const NAMESPACES = [
  'xmlns:content="http://purl.org/rss/1.0/modules/content/"',
  'xmlns:dc="http://purl.org/dc/elements/1.1/"',
  'xmlns:media="http://search.yahoo.com/mrss/"',
  'xmlns:atom="http://www.w3.org/2005/Atom"',
].join(" ");

/**
 * A feed as RSS 2.0 in one of four manners of `title.format`: rss2, rss2-media, rss2-bare, rss2-latin.
 *
 * @returns the document as text; rss2-latin declares windows-1252 and must be encoded so by the caller
 * Source: https://www.rssboard.org/rss-specification, Media RSS 1.5.1, RSS content and Dublin Core modules
 */
export function renderRss2(input: FeedInput): string {
  const feed = feedFacts(input);
  const encoding = input.title.format === "rss2-latin" ? "windows-1252" : "UTF-8";
  const entries = input.entries.map((article) => renderEntry(input, feed, entryFacts(input, article)));
  return [
    `${feed.quirks.byteOrderMark ? "\ufeff" : ""}<?xml version="1.0" encoding="${encoding}"?>`,
    `<rss version="2.0" ${NAMESPACES}>`,
    "<channel>",
    ...renderChannel(input, feed),
    ...entries,
    "</channel>",
    "</rss>",
    "",
  ].join("\n");
}

function renderChannel(input: FeedInput, feed: FeedFacts): string[] {
  const { ttlMinutes, skipHours, offsetMinutes } = feed.quirks;
  const lines = [
    `<title>${escapeMarkup(feed.name)}</title>`,
    `<link>${escapeMarkup(feed.homeUrl)}</link>`,
    `<description>${escapeMarkup(input.title.tagline)}</description>`,
    `<atom:link href="${escapeMarkup(feed.selfUrl)}" rel="self" type="application/rss+xml" />`,
    `<language>${input.title.language.toLowerCase()}</language>`,
    `<lastBuildDate>${rfc822(feed.changedAt, offsetMinutes)}</lastBuildDate>`,
  ];
  if (ttlMinutes !== null) lines.push(`<ttl>${ttlMinutes}</ttl>`);
  if (skipHours.length > 0) lines.push(`<skipHours>${skipHours.map((hour) => `<hour>${hour}</hour>`).join("")}</skipHours>`);
  if (input.title.format !== "rss2-bare") {
    lines.push(`<image><url>${feed.iconUrl}</url><title>${escapeMarkup(feed.name)}</title><link>${feed.homeUrl}</link></image>`);
  }
  return lines;
}

function renderEntry(input: FeedInput, feed: FeedFacts, entry: EntryFacts): string {
  switch (input.title.format) {
    case "rss2-media":
      return renderMediaEntry(entry, feed, input.title.slug);
    case "rss2-bare":
      return renderBareEntry(entry);
    default:
      return renderPlainEntry(input, feed, entry);
  }
}

function renderPlainEntry(input: FeedInput, feed: FeedFacts, entry: EntryFacts): string {
  const { article } = entry;
  const headline = feed.quirks.entityTitles ? escapeTwice(article.headline) : escapeMarkup(article.headline);
  const isLatin = input.title.format === "rss2-latin";
  return [
    "<item>",
    `<title>${headline}</title>`,
    `<link>${escapeMarkup(entry.url)}</link>`,
    // The latin title forgets isPermaLink, so that by default its opaque guid claims to be an address.
    entry.guid === null ? "" : `<guid${isLatin ? "" : ' isPermaLink="false"'}>${escapeMarkup(entry.guid)}</guid>`,
    `<pubDate>${rfc822(article.publishedAt, feed.quirks.offsetMinutes)}</pubDate>`,
    article.updatedAt === null ? "" : `<atom:updated>${article.updatedAt.toISOString()}</atom:updated>`,
    ...renderCreators(article.authors, isLatin),
    `<category>${escapeMarkup(entry.sectionName)}</category>`,
    ...article.categories.map((category) => `<category>${isLatin ? cdata(category) : escapeMarkup(category)}</category>`),
    `<description>${isLatin ? cdata(`<p>${escapeMarkup(plainInline(article.standfirst))}</p>`) : escapeTwiceIf(feed, plainInline(article.standfirst))}</description>`,
    `<content:encoded>${cdata(entry.bodyHtml)}</content:encoded>`,
    ...renderPictures(entry, isLatin),
    article.wire ? `<source url="${escapeMarkup(`${input.origin}/isthmus-wire/feeds/all.xml`)}">Isthmus Wire</source>` : "",
    "</item>",
  ]
    .filter((line) => line !== "")
    .join("\n");
}

function escapeTwiceIf(feed: FeedFacts, text: string): string {
  return feed.quirks.entityTitles ? escapeTwice(text) : escapeMarkup(text);
}

/** One creator an author; the latin title writes all in one line instead, "A, B et C". */
function renderCreators(authors: EntryFacts["article"]["authors"], inOneLine: boolean): string[] {
  const names = authors.map((author) => author.name);
  if (!inOneLine) return names.map((name) => `<dc:creator>${escapeMarkup(name)}</dc:creator>`);
  const last = names.at(-1);
  if (last === undefined) return [];
  const line = names.length === 1 ? last : `${names.slice(0, -1).join(", ")} et ${last}`;
  return [`<dc:creator>${cdata(line)}</dc:creator>`];
}

function renderPictures(entry: EntryFacts, enclosureOnly: boolean): string[] {
  const [lead] = entry.pictures;
  if (lead === undefined) return [];
  // A length of 0 is what a system says that does not know the size; the specification wants bytes.
  const enclosure = `<enclosure url="${escapeMarkup(entry.pictureUrl(lead.key, 1200))}" length="0" type="image/jpeg" />`;
  if (enclosureOnly) return [enclosure];
  const media = entry.pictures.map((picture) =>
    [
      `<media:content url="${escapeMarkup(entry.pictureUrl(picture.key, 1200))}" medium="image" type="image/jpeg" width="1200" height="800">`,
      `<media:credit>${escapeMarkup(picture.credit)}</media:credit>`,
      `<media:description type="plain">${escapeMarkup(picture.caption)}</media:description>`,
      "</media:content>",
    ].join(""),
  );
  return [enclosure, ...media];
}

function renderBareEntry(entry: EntryFacts): string {
  const { article } = entry;
  const byline = article.authors.map((author) => author.name.toUpperCase()).join(" and ");
  return [
    "<item>",
    `<title>${escapeMarkup(article.headline)}</title>`,
    `<link>${escapeMarkup(entry.url)}</link>`,
    `<description>${escapeMarkup(plainInline(article.standfirst))}</description>`,
    `<content:encoded>${cdata(entry.bodyHtml)}</content:encoded>`,
    byline === "" ? "" : `<dc:creator>By ${escapeMarkup(byline)}</dc:creator>`,
    `<pubDate>${rfc822Old(article.publishedAt)}</pubDate>`,
    "</item>",
  ]
    .filter((line) => line !== "")
    .join("\n");
}
