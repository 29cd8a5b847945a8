import { escapeXml } from "./escape-xml";
import type { FeedDocument, FeedEntry } from "./feed-document";

/** What an empty list says of its age: Atom wants an instant, and the same list must give the same bytes. */
const neverUpdated = new Date(0);

/**
 * A list as Atom 1.0.
 *
 * Source: RFC 4287
 */
export function writeAtom(document: FeedDocument): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${escapeXml(document.language)}">`,
    `<title>${escapeXml(document.title)}</title>`,
    `<subtitle>${escapeXml(document.description)}</subtitle>`,
    `<id>${escapeXml(document.homeUrl)}</id>`,
    `<link rel="alternate" type="text/html" href="${escapeXml(document.homeUrl)}"/>`,
    `<link rel="self" type="application/atom+xml" href="${escapeXml(document.selfUrl)}"/>`,
    `<updated>${(document.updatedAt ?? neverUpdated).toISOString()}</updated>`,
    ...document.entries.map(writeEntry),
    "</feed>",
    "",
  ].join("\n");
}

function writeEntry({ url, title, excerpt, publishedAt, updatedAt, byline, publisher, section, language }: FeedEntry): string {
  return [
    `<entry xml:lang="${escapeXml(language)}">`,
    `<title>${escapeXml(title)}</title>`,
    `<id>${escapeXml(url)}</id>`,
    `<link rel="alternate" type="text/html" href="${escapeXml(url)}"/>`,
    `<published>${publishedAt.toISOString()}</published>`,
    `<updated>${(updatedAt ?? publishedAt).toISOString()}</updated>`,
    `<author><name>${escapeXml(byline ? `${byline}, ${publisher}` : publisher)}</name></author>`,
    `<category term="${escapeXml(section)}"/>`,
    `<summary type="text">${escapeXml(excerpt)}</summary>`,
    "</entry>",
  ].join("\n");
}
