import { canonicalLanguage, directionOfLanguage, directionOfText } from "@/lib/core/language";
import { type MediaWidth, mediaHash, mediaHref } from "@/lib/core/media-href";
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
  /** Pictures in texts get our own address, in this width; without it they keep the publisher's. */
  pictureWidth?: MediaWidth;
};

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
  const bodyMedia = new Map<string, string>();
  const context = { ...entryContext(raw, feed, options), pictureHref: ownPictures(options.pictureWidth, bodyMedia) };
  const entries: Entry[] = [];
  for (const each of raw.entries) {
    const entry = each && tryNormalise(each, context);
    if (entry) entries.push(entry);
  }
  const total = raw.entries.length + raw.entriesBeyond;
  const cut = raw.entriesBeyond > 0 ? [`only the first ${raw.entries.length} of ${total} entries were read`] : [];
  return ok({
    feed,
    entries,
    dropped: total - entries.length,
    warnings: [...decoded.warnings, ...warnings, ...cut],
    bodyMedia,
  });
}

function ownPictures(width: MediaWidth | undefined, bodyMedia: Map<string, string>): EntryContext["pictureHref"] {
  if (width === undefined) return undefined;
  return (url) => {
    const hash = mediaHash(url);
    bodyMedia.set(hash, url);
    return mediaHref(hash, width);
  };
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
  const hubUrls = (raw.hubUrls ?? []).flatMap((href) => absoluteHref(href, base) ?? []);
  const hubUrl = hubUrls.find((href) => href.startsWith("https:")) ?? hubUrls[0];
  const olderUrl = (raw.olderUrls ?? []).flatMap((href) => absoluteHref(href, base) ?? [])[0];
  return {
    title,
    homeUrl: absoluteHref(raw.homeUrl, base),
    selfUrl: absoluteHref(raw.selfUrl, base),
    ...(hubUrl ? { hubUrl } : {}),
    ...(olderUrl ? { olderUrl } : {}),
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
    seen: { authors: new Map(), categories: new Map() },
  };
}
