import { cdata, escapeMarkup } from "./escape-markup";
import { rfc3339 } from "./feed-dates";
import { type EntryFacts, entryFacts, type FeedFacts, type FeedInput, feedFacts } from "./feed-input";
import { plainInline } from "./render-body";

/**
 * A feed as RSS 1.0 (RDF): entries stand beside the channel, identified by rdf:about.
 *
 * @returns the document as text, UTF-8
 * Source: https://web.resource.org/rss/1.0/spec with the Dublin Core, content and syndication modules
 */
export function renderRss1(input: FeedInput): string {
  const feed = feedFacts(input);
  const entries = input.entries.map((article) => entryFacts(input, article));
  return [
    '<?xml version="1.0"?>',
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:media="http://search.yahoo.com/mrss/">',
    ...renderChannel(input, feed, entries),
    `<image rdf:about="${feed.iconUrl}"><title>${escapeMarkup(feed.name)}</title><url>${feed.iconUrl}</url><link>${feed.homeUrl}</link></image>`,
    ...entries.map((entry) => renderEntry(entry, feed)),
    "</rdf:RDF>",
    "",
  ].join("\n");
}

function renderChannel(input: FeedInput, feed: FeedFacts, entries: EntryFacts[]): string[] {
  return [
    `<channel rdf:about="${escapeMarkup(feed.selfUrl)}">`,
    `<title>${escapeMarkup(feed.name)}</title>`,
    `<link>${escapeMarkup(feed.homeUrl)}</link>`,
    `<description>${escapeMarkup(input.title.tagline)}</description>`,
    `<dc:language>${input.title.language}</dc:language>`,
    `<dc:date>${rfc3339(feed.changedAt, feed.quirks.offsetMinutes)}</dc:date>`,
    "<sy:updatePeriod>hourly</sy:updatePeriod>",
    "<sy:updateFrequency>4</sy:updateFrequency>",
    `<image rdf:resource="${feed.iconUrl}" />`,
    "<items><rdf:Seq>",
    ...entries.map((entry) => `<rdf:li rdf:resource="${escapeMarkup(entry.guid ?? entry.url)}" />`),
    "</rdf:Seq></items>",
    "</channel>",
  ];
}

function renderEntry(entry: EntryFacts, feed: FeedFacts): string {
  const { article } = entry;
  const { offsetMinutes } = feed.quirks;
  return [
    `<item rdf:about="${escapeMarkup(entry.guid ?? entry.url)}">`,
    `<title>${escapeMarkup(article.headline)}</title>`,
    `<link>${escapeMarkup(entry.url)}</link>`,
    `<description>${escapeMarkup(plainInline(article.standfirst))}</description>`,
    ...article.authors.map((author) => `<dc:creator>${escapeMarkup(author.name)}</dc:creator>`),
    `<dc:date>${rfc3339(article.publishedAt, offsetMinutes)}</dc:date>`,
    article.updatedAt === null ? "" : `<dcterms:modified>${rfc3339(article.updatedAt, offsetMinutes)}</dcterms:modified>`,
    `<dc:subject>${escapeMarkup(entry.sectionName)}</dc:subject>`,
    ...article.categories.map((category) => `<dc:subject>${escapeMarkup(category)}</dc:subject>`),
    article.wire ? "<dc:source>Isthmus Wire</dc:source>" : "",
    entry.bodyHtml === "" ? "" : `<content:encoded>${cdata(entry.bodyHtml)}</content:encoded>`,
    ...entry.pictures
      .slice(0, 1)
      .map(
        (picture) =>
          `<media:content url="${escapeMarkup(entry.pictureUrl(picture.key, 960))}" type="image/jpeg"><media:text>${escapeMarkup(picture.alt)}</media:text><media:credit>${escapeMarkup(picture.credit)}</media:credit></media:content>`,
      ),
    "</item>",
  ]
    .filter((line) => line !== "")
    .join("\n");
}
