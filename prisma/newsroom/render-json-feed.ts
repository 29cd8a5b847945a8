import { rfc3339 } from "./feed-dates";
import { type EntryFacts, entryFacts, type FeedInput, feedFacts } from "./feed-input";
import { plainInline } from "./render-body";

/**
 * A feed as JSON Feed 1.1.
 *
 * @returns the document as text, UTF-8
 * Source: https://www.jsonfeed.org/version/1.1/
 */
export function renderJsonFeed(input: FeedInput): string {
  const feed = feedFacts(input);
  const { title } = input;
  const document = {
    version: "https://jsonfeed.org/version/1.1",
    title: feed.name,
    home_page_url: feed.homeUrl,
    feed_url: feed.selfUrl,
    description: title.tagline,
    language: title.language,
    icon: feed.iconUrl,
    favicon: feed.iconUrl,
    authors: [{ name: title.name, url: feed.homeUrl }],
    items: input.entries.map((article) => renderEntry(entryFacts(input, article), title.language, feed.quirks.offsetMinutes)),
  };
  return JSON.stringify(document, null, 1);
}

function renderEntry(entry: EntryFacts, language: string, offsetMinutes: number): object {
  const { article } = entry;
  const [lead] = entry.pictures;
  return {
    id: entry.guid ?? entry.url,
    url: entry.url,
    title: article.headline,
    summary: plainInline(article.standfirst),
    content_html: entry.bodyHtml,
    date_published: rfc3339(article.publishedAt, offsetMinutes),
    ...(article.updatedAt === null ? {} : { date_modified: rfc3339(article.updatedAt, offsetMinutes) }),
    authors: article.authors.map((author) => ({ name: author.name, ...(author.role === undefined ? {} : { _role: author.role }) })),
    tags: [entry.sectionName, ...article.categories],
    language,
    ...(lead === undefined ? {} : { image: entry.pictureUrl(lead.key, 1200), banner_image: entry.pictureUrl(lead.key, 1600) }),
    attachments: entry.pictures.map((picture) => ({
      url: entry.pictureUrl(picture.key, 1600),
      mime_type: "image/jpeg",
      title: picture.caption,
      _credit: picture.credit,
    })),
  };
}
