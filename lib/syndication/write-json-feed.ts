import { stripControls } from "@/lib/core/text";
import type { FeedDocument, FeedEntry } from "./feed-document";

/**
 * A list as JSON Feed.
 *
 * Source: JSON Feed 1.1
 */
export function writeJsonFeed(document: FeedDocument): string {
  return `${JSON.stringify({
    version: "https://jsonfeed.org/version/1.1",
    title: stripControls(document.title),
    description: stripControls(document.description),
    home_page_url: document.homeUrl,
    feed_url: document.selfUrl,
    language: document.language,
    items: document.entries.map(toItem),
  })}\n`;
}

const toItem = ({ url, title, excerpt, publishedAt, updatedAt, byline, publisher, section, language }: FeedEntry) => ({
  id: url,
  url,
  title: stripControls(title),
  content_text: stripControls(excerpt),
  date_published: publishedAt.toISOString(),
  ...(updatedAt && { date_modified: updatedAt.toISOString() }),
  authors: [...(byline ? [{ name: stripControls(byline) }] : []), { name: publisher }],
  tags: [section],
  language,
});
