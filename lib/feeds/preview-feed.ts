import { addMs, dayMs, minuteMs } from "@/lib/core/clock";
import { mediaHash } from "@/lib/core/media-href";
import { shorten } from "@/lib/core/text";
import type { FeedPreview } from "./look-types";
import { readingWords } from "./reading-words";
import type { Entry, ParsedFeed } from "./types";

const sampleMax = 5;
const categoriesMax = 24;
const summaryCharsMax = 240;
/** A publisher's clock may go wrong by so much without anybody noticing. */
const futureToleranceMs = 10 * minuteMs;
const staleMs = 30 * dayMs;

/**
 * What an admin should see of a feed before it is added: its first entries, what its sections are called, and in words
 * what is odd.
 *
 * @param parsed read without `firstSeenAt`, so that dates are the publisher's own
 * @param url the feed's address
 */
export function previewFeed(parsed: ParsedFeed, url: string, now: Date): FeedPreview {
  return {
    sample: parsed.entries.slice(0, sampleMax).map(toSample),
    warnings: warningsOf(parsed, url, now),
    categories: commonest(parsed.entries.flatMap((entry) => entry.categories)),
    dropped: parsed.dropped,
  };
}

const toSample = (entry: Entry): FeedPreview["sample"][number] => ({
  title: entry.title,
  url: entry.url,
  authors: entry.authors.map((author) => author.name),
  publishedAt: entry.publishedAt?.toISOString() ?? null,
  summary: shorten(entry.summaryText, summaryCharsMax),
  pictureHash: entry.images[0] ? mediaHash(entry.images[0].url) : null,
  hasFullText: entry.html !== "",
});

function commonest(names: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  const ranked = [...counts].sort(([, a], [, b]) => b - a);
  return ranked.slice(0, categoriesMax).map(([name]) => name);
}

function warningsOf(parsed: ParsedFeed, url: string, now: Date): string[] {
  const { entries, dropped, warnings } = parsed;
  if (entries.length === 0) return ["It has no entries: there is nothing to see of it yet.", ...readingWords({ dropped, warnings })];
  return [
    ...dateWords(entries, now),
    ...absence(entries, (entry) => entry.html !== "", "carries a full text: readers get summaries and a link"),
    ...absence(entries, (entry) => entry.images.length > 0, "names a picture"),
    ...absence(entries, (entry) => entry.authors.length > 0, "names an author"),
    ...absence(entries, (entry) => entry.url !== null, "has an address: readers cannot be led to the original"),
    ...languageWords(parsed),
    ...identityWords(entries),
    ...(url.startsWith("https:") ? [] : ["Its address is not encrypted (http)."]),
    ...readingWords({ dropped, warnings }),
  ];
}

function dateWords(entries: readonly Entry[], now: Date): string[] {
  const dates = entries.flatMap((entry) => entry.publishedAt ?? []);
  if (dates.length === 0) return ["None of its entries has a date: each will carry the time at which it came."];
  const undated = entries.length - dates.length;
  const future = dates.filter((date) => date > addMs(now, futureToleranceMs)).length;
  const newest = new Date(dates.reduce((max, date) => Math.max(max, date.getTime()), 0));
  return [
    ...(undated > 0 ? [`${undated} of ${entries.length} entries have no date.`] : []),
    ...(future > 0 ? [`${future} of ${entries.length} entries are dated in the future: they are brought back to the time they come.`] : []),
    ...(newest < addMs(now, -staleMs) ? [`Its newest entry is of ${newest.toISOString().slice(0, 10)}: it may have been given up.`] : []),
  ];
}

/** Says that hardly any entry does something; some feeds leave it out of one or two. */
function absence(entries: readonly Entry[], has: (entry: Entry) => boolean, words: string): string[] {
  const count = entries.filter(has).length;
  if (count * 2 >= entries.length) return [];
  return [count === 0 ? `None of its entries ${words}.` : `Only ${count} of ${entries.length} entries ${words}.`];
}

function languageWords({ feed, entries }: ParsedFeed): string[] {
  const stated = entries.flatMap((entry) => primaryOf(entry.language ?? feed.language) ?? []);
  const languages = [...new Set(stated)];
  if (languages.length > 1) return [`Its entries are in several languages: ${languages.join(", ")}.`];
  const directions = new Set(entries.flatMap((entry) => entry.direction ?? []));
  if (directions.size > 1) return ["Some of its entries are written from left to right and some from right to left."];
  return languages.length === 0 ? ["It does not say what language it is in."] : [];
}

const primaryOf = (tag: string | null): string | null => tag?.split("-")[0]?.toLowerCase() ?? null;

function identityWords(entries: readonly Entry[]): string[] {
  const guids = entries.flatMap((entry) => entry.guid ?? []);
  if (guids.length === 0) return ["Its entries carry no identity of their own: they are told apart by their addresses."];
  const doubles = guids.length - new Set(guids).size;
  return doubles > 0 ? [`${doubles} entries share the identity of another: choose their addresses to tell them apart.`] : [];
}
