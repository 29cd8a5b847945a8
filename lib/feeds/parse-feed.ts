import { canonicalLanguage, directionOfLanguage, directionOfText } from "@/lib/core/language";
import { ok, type Result } from "@/lib/core/result";
import { absoluteHref } from "@/lib/core/url";
import { decodeCharset } from "./decode-charset";
import type { RawEntry, RawFeed } from "./internal/raw-feed";
import { type EntryContext, normaliseEntry } from "./normalise-entry";
import { plainTitle } from "./plain-text";
import { readJsonFeed } from "./read-json-feed";
import { readXmlFeed } from "./read-xml-feed";
import type { Entry, FeedInfo, ParsedFeed, ParseError } from "./types";

export type ParseOptions = {
  /** Content-Type as the server gave it, or null. */
  contentType: string | null;
  /** Final address the bytes came from, or null. */
  url: string | null;
  /** When they came; entries dated later than ten minutes after it are brought back to that. */
  firstSeenAt?: Date;
  /** Our own address for a picture in the text; without it pictures keep the publisher's. */
  pictureHref?: (url: string) => string;
};

/** A feed is a window of the newest entries; what lies beyond this many is an archive. */
const entriesMax = 1_000;

/**
 * Reads a feed's bytes: RSS 0.9x to 2.0, RSS 1.0, Atom 0.3 and 1.0, JSON Feed, in any charset, mended where broken.
 * A bad entry is dropped and counted, never the feed. Pure: same bytes and options, same answer.
 *
 * @returns `not-a-feed` with the reason in words for anything else
 */
export async function parseFeed(bytes: Uint8Array, options: ParseOptions): Promise<Result<ParsedFeed, ParseError>> {
  const decoded = decodeCharset(bytes, options.contentType);
  const read = await readRaw(decoded.text);
  if (!read.ok) return read;
  const { raw, warnings } = read.value;
  const feed = feedInfo(raw, options.url);
  const context = entryContext(raw, feed, options);
  const entries: Entry[] = [];
  for (const each of raw.entries.slice(0, entriesMax)) {
    const entry = each && tryNormalise(each, context);
    if (entry) entries.push(entry);
  }
  const cut = raw.entries.length > entriesMax ? [`only the first ${entriesMax} of ${raw.entries.length} entries were read`] : [];
  return ok({ feed, entries, dropped: raw.entries.length - entries.length, warnings: [...decoded.warnings, ...warnings, ...cut] });
}

async function readRaw(text: string): Promise<Result<{ raw: RawFeed; warnings: string[] }, ParseError>> {
  if (!/^\s*[{[]/.test(text.slice(0, 1_000))) return readXmlFeed(text);
  const read = readJsonFeed(text);
  return read.ok ? ok({ raw: read.value, warnings: [] }) : read;
}

/** One hostile or strange entry must not cost the others. */
function tryNormalise(raw: RawEntry, context: EntryContext): Entry | null {
  try {
    return normaliseEntry(raw, context);
  } catch {
    return null;
  }
}

function feedInfo(raw: RawFeed, url: string | null): FeedInfo {
  const title = plainTitle(raw.title);
  const language = canonicalLanguage(raw.language);
  const base = raw.bases.reduce((outer, inner) => absoluteHref(inner, outer) ?? outer, url);
  return {
    title,
    homeUrl: absoluteHref(raw.homeUrl, base),
    selfUrl: absoluteHref(raw.selfUrl, base),
    language,
    direction: directionOfLanguage(language) ?? directionOfText(title),
    format: raw.format,
    hints: raw.hints,
  };
}

/** Relative addresses hang on xml:base; without it RSS means the site, Atom and JSON Feed mean the document. */
function entryContext(raw: RawFeed, feed: FeedInfo, options: ParseOptions): EntryContext {
  const isBaseStated = raw.bases.length > 0;
  const stated = raw.bases.reduce<string | null>((outer, inner) => absoluteHref(inner, outer) ?? outer, options.url);
  const isRss = raw.format === "rss" || raw.format === "rdf";
  const usual = isRss ? (feed.homeUrl ?? options.url) : (options.url ?? feed.selfUrl);
  return {
    base: (isBaseStated ? stated : usual) ?? feed.homeUrl,
    isBaseStated,
    language: feed.language,
    firstSeenAt: options.firstSeenAt ?? null,
    pictureHref: options.pictureHref,
  };
}
