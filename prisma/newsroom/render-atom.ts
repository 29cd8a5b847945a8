import { escapeMarkup } from "./escape-markup";
import { rfc3339 } from "./feed-dates";
import { type EntryFacts, entryFacts, type FeedFacts, type FeedInput, feedFacts } from "./feed-input";
import { plainInline } from "./render-body";

/**
 * A feed as Atom 1.0 in one of two manners of `title.format`: atom (escaped HTML) or atom-xhtml (inline
 * XHTML whose addresses are relative to xml:base).
 *
 * @returns the document as text, UTF-8
 * Source: RFC 4287; tag URIs RFC 4151; XML Base
 */
export function renderAtom(input: FeedInput): string {
  const feed = feedFacts(input);
  const isXhtml = input.title.format === "atom-xhtml";
  const { title } = input;
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xmlns:thr="http://purl.org/syndication/thread/1.0" xml:lang="${title.language}"${isXhtml ? ` xml:base="${feed.homeUrl}"` : ""}>`,
    `<title${isXhtml ? ' type="text"' : ""}>${escapeMarkup(feed.name)}</title>`,
    `<subtitle>${escapeMarkup(title.tagline)}</subtitle>`,
    `<id>tag:${title.slug}.example,2020:${input.section ?? "all"}</id>`,
    `<updated>${rfc3339(feed.changedAt, feed.quirks.offsetMinutes)}</updated>`,
    `<link rel="self" type="application/atom+xml" href="${escapeMarkup(feed.selfUrl)}" />`,
    `<link rel="alternate" type="text/html" href="${isXhtml ? "./" : escapeMarkup(feed.homeUrl)}" />`,
    `<icon>${feed.iconUrl}</icon>`,
    `<logo>${feed.homeUrl}mark.svg</logo>`,
    `<rights>© ${escapeMarkup(title.name)}</rights>`,
    // RFC 4287, 4.2.1: an entry without an author takes the feed's.
    `<author><name>${escapeMarkup(title.name)}</name></author>`,
    ...input.entries.map((article) => renderEntry(input, feed, entryFacts(input, article, isXhtml ? "" : input.origin))),
    "</feed>",
    "",
  ].join("\n");
}

function renderEntry(input: FeedInput, feed: FeedFacts, entry: EntryFacts): string {
  const { article } = entry;
  const { offsetMinutes } = feed.quirks;
  const isXhtml = input.title.format === "atom-xhtml";
  const [lead] = entry.pictures;
  const href = isXhtml ? relativeToHome(entry.url, feed) : entry.url;
  return [
    "<entry>",
    `<id>${escapeMarkup(entry.guid ?? entry.url)}</id>`,
    `<title type="${isXhtml ? "text" : "html"}">${isXhtml ? escapeMarkup(article.headline) : escapeMarkup(escapeMarkup(article.headline))}</title>`,
    `<link rel="alternate" type="text/html" href="${escapeMarkup(href)}" />`,
    ...(lead === undefined ? [] : [renderEnclosure(entry, lead.key)]),
    `<published>${rfc3339(article.publishedAt, offsetMinutes)}</published>`,
    `<updated>${rfc3339(article.updatedAt ?? article.publishedAt, offsetMinutes)}</updated>`,
    ...article.authors.map((author) => `<author><name>${escapeMarkup(author.name)}</name></author>`),
    `<category term="${article.section}" label="${escapeMarkup(entry.sectionName)}" />`,
    ...article.categories.map(
      (category) => `<category term="${escapeMarkup(category.toLowerCase().replaceAll(" ", "-"))}" label="${escapeMarkup(category)}" />`,
    ),
    `<summary type="text">${escapeMarkup(plainInline(article.standfirst))}</summary>`,
    isXhtml ? renderXhtml(entry, feed) : `<content type="html">${escapeMarkup(entry.bodyHtml)}</content>`,
    "</entry>",
  ].join("\n");
}

function renderEnclosure(entry: EntryFacts, key: string): string {
  const picture = entry.pictures.find((one) => one.key === key);
  const title = escapeMarkup(picture?.caption ?? "");
  return `<link rel="enclosure" type="image/jpeg" href="${escapeMarkup(entry.pictureUrl(key, 1200))}" title="${title}" />`;
}

/** Picture paths in the text come from the root; here they lose it, to be found again through xml:base. */
function renderXhtml(entry: EntryFacts, feed: FeedFacts): string {
  const root = new URL(feed.homeUrl).pathname;
  const relative = entry.bodyHtml
    .replaceAll(`src="${root}`, 'src="')
    .replaceAll(`srcset="${root}`, 'srcset="')
    .replaceAll(`, ${root}`, ", ");
  return `<content type="xhtml" xml:base="${feed.homeUrl}"><div xmlns="http://www.w3.org/1999/xhtml">${relative}</div></content>`;
}

function relativeToHome(url: string, feed: FeedFacts): string {
  return url.startsWith(feed.homeUrl) ? url.slice(feed.homeUrl.length) : url;
}
