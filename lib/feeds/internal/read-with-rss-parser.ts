import Parser from "rss-parser";
import { entriesMax, type RawEntry, type RawFeed, type RawText } from "./raw-feed";

/** What rss-parser gives beside its documented fields. */
type MoreFields = { dcDate?: string; updated?: string; encoded?: string; dcCreator?: string };

/**
 * The second reader: rss-parser, strict about XML and independent of ours, for documents in which the first finds
 * no entries. It keeps fewer fields: no picture but enclosures, no base addresses, no hints.
 *
 * @returns null where it refuses the document too
 */
export async function readWithRssParser(source: string): Promise<RawFeed | null> {
  try {
    // A reader serves one document: xml2js keeps state after a fault.
    const reader = new Parser<object, MoreFields>({
      customFields: {
        item: [["dc:date", "dcDate"], "updated", ["content:encoded", "encoded"], ["dc:creator", "dcCreator"]],
      },
    });
    return toRawFeed(await reader.parseString(source));
  } catch {
    return null;
  }
}

function toRawFeed(feed: Parser.Output<MoreFields>): RawFeed {
  return {
    format: "rss",
    title: html(feed.title),
    homeUrl: textOf(feed.link),
    selfUrl: textOf(feed.feedUrl),
    language: null,
    bases: [],
    hints: { ttlMinutes: null, skipHoursUtc: [], skipDays: [], updatePeriodMinutes: null },
    entries: feed.items.slice(0, entriesMax).map(toRawEntry),
    entriesBeyond: Math.max(0, feed.items.length - entriesMax),
  };
}

function toRawEntry(item: Parser.Item & MoreFields): RawEntry {
  const enclosure = item.enclosure;
  const isPicture = enclosure?.type?.startsWith("image/") ?? false;
  return {
    guid: textOf(item.guid),
    links: listOf(item.link, item.guid),
    title: html(item.title),
    summary: html(item.encoded ? item.content : (item.summary ?? item.content)),
    content: html(item.encoded),
    authors: listOf(item.dcCreator ?? item.creator),
    published: listOf(item.pubDate, item.dcDate, item.isoDate),
    updated: listOf(item.updated),
    categories: (item.categories ?? []).flatMap((category) => textOf(category) ?? []),
    images:
      isPicture && enclosure
        ? [{ url: enclosure.url, width: null, height: null, title: "", description: "", credit: "", alt: "", group: null }]
        : [],
    language: null,
    bases: [],
  };
}

/** An element that carries attributes arrives as an object of them and its text. */
function textOf(value: unknown): string | null {
  const text = typeof value === "object" && value !== null && "_" in value ? value._ : value;
  return typeof text === "string" && text.trim() !== "" ? text.trim() : null;
}

const listOf = (...values: unknown[]): string[] => values.flatMap((value) => textOf(value) ?? []);

function html(value: unknown): RawText | null {
  const text = textOf(value);
  return text === null ? null : { value: text, type: "html" };
}
