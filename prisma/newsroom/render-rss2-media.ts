import { cdata, escapeMarkup } from "./escape-markup";
import { rfc822 } from "./feed-dates";
import type { EntryFacts, FeedFacts } from "./feed-input";
import { plainInline } from "./render-body";
import type { NewsroomPicture } from "./types";

const WIDTHS = [480, 960, 1600];

/**
 * An entry of a title that leans on Media RSS: a group of widths a picture, credits with roles,
 * authors both as mailboxes and as several creators.
 *
 * @param slug the title's slug, for its mailboxes
 * Source: Media RSS 1.5.1 (media:group, media:credit role), RSS 2.0 author element
 */
export function renderMediaEntry(entry: EntryFacts, feed: FeedFacts, slug: string): string {
  const { article } = entry;
  const [lead, ...others] = entry.pictures;
  const isPermaLink = feed.quirks.guid === "short-link";
  return [
    "<item>",
    `<title>${cdata(article.headline)}</title>`,
    `<link>${escapeMarkup(entry.url)}</link>`,
    `<guid isPermaLink="${isPermaLink}">${escapeMarkup(entry.guid ?? entry.url)}</guid>`,
    `<pubDate>${rfc822(article.publishedAt, feed.quirks.offsetMinutes)}</pubDate>`,
    article.updatedAt === null ? "" : `<atom:updated>${article.updatedAt.toISOString()}</atom:updated>`,
    ...article.authors.slice(0, 1).map((author) => `<author>${mailbox(author.name, slug)} (${escapeMarkup(author.name)})</author>`),
    ...article.authors.map((author) => `<dc:creator>${cdata(author.name)}</dc:creator>`),
    `<category domain="section">${escapeMarkup(entry.sectionName)}</category>`,
    ...article.categories.map((category) => `<category domain="tag">${escapeMarkup(category)}</category>`),
    `<description>${cdata(`<p>${escapeMarkup(plainInline(article.standfirst))}</p>`)}</description>`,
    `<content:encoded>${cdata(entry.bodyHtml)}</content:encoded>`,
    lead === undefined ? "" : renderGroup(lead, entry),
    ...others.map((picture) => renderContent(picture, entry, 1200, describePicture(picture))),
    lead === undefined ? "" : `<media:thumbnail url="${escapeMarkup(entry.pictureUrl(lead.key, 320))}" width="320" height="213" />`,
    "</item>",
  ]
    .filter((line) => line !== "")
    .join("\n");
}

function renderGroup(picture: NewsroomPicture, entry: EntryFacts): string {
  const contents = WIDTHS.map((width) => renderContent(picture, entry, width, "")).join("\n");
  return `<media:group>\n${contents}\n${describePicture(picture)}\n</media:group>`;
}

function renderContent(picture: NewsroomPicture, entry: EntryFacts, width: number, inner: string): string {
  const height = Math.round((width * 2) / 3);
  const url = escapeMarkup(entry.pictureUrl(picture.key, width));
  return `<media:content url="${url}" medium="image" type="image/jpeg" width="${width}" height="${height}">${inner}</media:content>`;
}

function describePicture(picture: NewsroomPicture): string {
  return [
    `<media:title type="plain">${escapeMarkup(picture.alt)}</media:title>`,
    `<media:description type="html">${escapeMarkup(`<p>${escapeMarkup(picture.caption)}</p>`)}</media:description>`,
    `<media:credit role="photographer" scheme="urn:ebu">${escapeMarkup(picture.credit)}</media:credit>`,
  ].join("");
}

/** An invented mailbox in the reserved `.example` domain (RFC 2606). */
function mailbox(name: string, slug: string): string {
  const local = name
    .normalize("NFD")
    .replace(/[^A-Za-z ]/g, "")
    .trim()
    .toLowerCase()
    .replace(/ +/g, ".");
  return `${local === "" ? "desk" : local}@${slug}.example`;
}
