import type { FeedDocument } from "./feed-document";
import type { FeedFormat } from "./feed-formats";
import { writeAtom } from "./write-atom";
import { writeJsonFeed } from "./write-json-feed";
import { writeRss } from "./write-rss";

/** A list in one of the formats. The same list gives the same bytes. */
export function writeFeed(document: FeedDocument, format: FeedFormat): string {
  switch (format) {
    case "xml":
      return writeRss(document);
    case "atom":
      return writeAtom(document);
    case "json":
      return writeJsonFeed(document);
    default:
      return format satisfies never;
  }
}
