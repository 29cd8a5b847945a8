import { z } from "zod";
import { err, ok, type Result } from "@/lib/core/result";
import { escapeMarkup } from "@/lib/core/text";
import { nestsDeeper } from "./internal/json-depth";
import { entriesMax, type RawEntry, type RawFeed, type RawImage, type RawText } from "./internal/raw-feed";
import type { ParseError } from "./types";

const text = z.string().nullish().catch(null);
const texts = z
  .array(z.unknown())
  .nullish()
  .catch(null)
  .transform((list) => (list ?? []).filter((each) => typeof each === "string"));
const identifier = z
  .union([z.string(), z.number()])
  .nullish()
  .catch(null)
  .transform((id) => (id === null || id === undefined ? null : String(id)));
const author = z.object({ name: text }).nullish().catch(null);
const authors = z.array(author).nullish().catch(null);
const attachments = z
  .array(z.object({ url: text, mime_type: text, title: text }).nullable().catch(null))
  .nullish()
  .catch(null);

const JsonItem = z.object({
  id: identifier,
  url: text,
  external_url: text,
  title: text,
  content_html: text,
  content_text: text,
  summary: text,
  image: text,
  banner_image: text,
  date_published: text,
  date_modified: text,
  author,
  authors,
  tags: texts,
  language: text,
  attachments,
});
type JsonItem = z.infer<typeof JsonItem>;

const JsonFeed = z.object({
  version: z
    .string()
    .regex(/jsonfeed\.org/i)
    .nullish()
    .catch(null),
  title: text,
  home_page_url: text,
  feed_url: text,
  next_url: text,
  language: text,
  author,
  authors,
  hubs: z
    .array(z.object({ type: text, url: text }).nullable().catch(null))
    .nullish()
    .catch(null),
  items: z.array(z.unknown()),
});

/** No JSON Feed nests more than ten; each level costs whoever reads it sixty times its own size. */
const depthMax = 200;

/**
 * Reads a JSON Feed 1.0 or 1.1. Forgiving: unknown keys are dropped, a wrong type reads as absent.
 *
 * @returns the feed as received, entries that are no objects as null; `not-a-feed` for other JSON
 * Source: jsonfeed.org/version/1.1
 */
export function readJsonFeed(source: string): Result<RawFeed, ParseError> {
  const json = readJson(source);
  if (!json.ok) return json;
  const parsed = JsonFeed.safeParse(json.value);
  if (!parsed.success) return err({ kind: "not-a-feed", reason: "the JSON holds no list of items" });
  const feed = parsed.data;
  if (!feed.version && !feed.title)
    return err({ kind: "not-a-feed", reason: "the JSON is no JSON Feed: it has neither version nor title" });
  const feedAuthors = namesOf(feed);
  return ok({
    format: "json",
    title: plain(feed.title),
    homeUrl: feed.home_page_url ?? null,
    selfUrl: feed.feed_url ?? null,
    hubUrls: (feed.hubs ?? []).flatMap((hub) => (/^websub$/i.test(hub?.type ?? "") && hub?.url) || []),
    olderUrls: [feed.next_url].flatMap((url) => url || []),
    language: feed.language ?? null,
    bases: [],
    hints: { ttlMinutes: null, skipHoursUtc: [], skipDays: [], updatePeriodMinutes: null },
    entries: feed.items.slice(0, entriesMax).map((item) => readItem(item, feedAuthors)),
    entriesBeyond: Math.max(0, feed.items.length - entriesMax),
  });
}

function readJson(source: string): Result<unknown, ParseError> {
  if (nestsDeeper(source, depthMax)) return err({ kind: "not-a-feed", reason: "the JSON is nested too deeply" });
  try {
    return ok(JSON.parse(source));
  } catch {
    return err({ kind: "not-a-feed", reason: "the document starts like JSON and is not valid JSON" });
  }
}

function readItem(value: unknown, feedAuthors: string[]): RawEntry | null {
  const parsed = JsonItem.safeParse(value);
  if (!parsed.success) return null;
  const item = parsed.data;
  const own = namesOf(item);
  return {
    guid: item.id,
    links: [item.url, item.external_url, /^https?:/i.test(item.id ?? "") ? item.id : null].flatMap((link) => link || []),
    title: plain(item.title),
    summary: plain(item.summary),
    content: contentOf(item),
    authors: own.length > 0 ? own : feedAuthors,
    published: [item.date_published].flatMap((date) => date ?? []),
    updated: [item.date_modified].flatMap((date) => date ?? []),
    categories: item.tags,
    images: imagesOf(item),
    language: item.language ?? null,
    bases: [],
  };
}

function contentOf(item: JsonItem): RawText | null {
  if (item.content_html) return { value: item.content_html, type: "html" };
  if (!item.content_text) return null;
  const paragraphs = item.content_text.split(/\n\s*\n/).map((paragraph) => `<p>${escapeMarkup(paragraph.trim())}</p>`);
  return { value: paragraphs.join("\n"), type: "html" };
}

function imagesOf(item: JsonItem): RawImage[] {
  const attached = (item.attachments ?? []).filter((attachment) => /^image\/(?!svg)/i.test(attachment?.mime_type ?? ""));
  return [
    ...[item.image, item.banner_image].map((url) => ({ url, title: "" })),
    ...attached.map((attachment) => ({ url: attachment?.url, title: attachment?.title ?? "" })),
  ].flatMap(({ url, title }) =>
    url ? [{ url, width: null, height: null, title, description: "", credit: "", alt: "", group: null }] : [],
  );
}

function namesOf(holder: { author?: z.infer<typeof author>; authors?: z.infer<typeof authors> }): string[] {
  const listed = (holder.authors ?? []).flatMap((each) => each?.name?.trim() || []);
  return listed.length > 0 ? listed : [holder.author?.name?.trim()].flatMap((name) => name || []);
}

const plain = (value: string | null | undefined): RawText | null => (value?.trim() ? { value: value.trim(), type: "text" } : null);
