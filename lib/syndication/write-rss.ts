import { escapeXml } from "./escape-xml";
import type { FeedDocument, FeedEntry } from "./feed-document";

/**
 * A list as RSS 2.0.
 *
 * Source: RSS 2.0.11; Atom's "self" link by the RSS Advisory Board's best practices; Dublin Core for writers, since RSS's own
 * author is a mail address
 */
export function writeRss(document: FeedDocument): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/">',
    "<channel>",
    `<title>${escapeXml(document.title)}</title>`,
    `<link>${escapeXml(document.homeUrl)}</link>`,
    `<description>${escapeXml(document.description)}</description>`,
    `<language>${escapeXml(document.language)}</language>`,
    `<atom:link href="${escapeXml(document.selfUrl)}" rel="self" type="application/rss+xml"/>`,
    ...(document.updatedAt ? [`<lastBuildDate>${document.updatedAt.toUTCString()}</lastBuildDate>`] : []),
    ...document.entries.map(writeItem),
    "</channel>",
    "</rss>",
    "",
  ].join("\n");
}

function writeItem({ url, title, excerpt, publishedAt, byline, publisher, section }: FeedEntry): string {
  return [
    "<item>",
    `<title>${escapeXml(title)}</title>`,
    `<link>${escapeXml(url)}</link>`,
    `<guid isPermaLink="true">${escapeXml(url)}</guid>`,
    `<pubDate>${publishedAt.toUTCString()}</pubDate>`,
    // Twice: a description is HTML, so that a text's own "<" must survive being read as such.
    `<description>${escapeXml(escapeXml(excerpt))}</description>`,
    `<dc:creator>${escapeXml(byline || publisher)}</dc:creator>`,
    `<dc:publisher>${escapeXml(publisher)}</dc:publisher>`,
    `<category>${escapeXml(section)}</category>`,
    "</item>",
  ].join("\n");
}
