import { addMs, minuteMs } from "@/lib/core/clock";
import { canonicalLanguage, directionOfLanguage, directionOfText } from "@/lib/core/language";
import type { SafeHtml } from "@/lib/core/safe-html";
import { collapseSpace, escapeMarkup, shorten } from "@/lib/core/text";
import { absoluteHref } from "@/lib/core/url";
import { canonicalUrl } from "./canonical-url";
import { findHtmlImages } from "./internal/find-html-images";
import type { RawEntry, RawImage, RawText } from "./internal/raw-feed";
import { parseDate } from "./parse-date";
import { pickImages } from "./pick-images";
import { plainSummary, plainTitle } from "./plain-text";
import { type SanitiseOptions, sanitiseWithImages } from "./sanitise-html";
import { separateCredits } from "./separate-credits";
import { splitAuthors } from "./split-authors";
import type { Entry, EntryAuthor } from "./types";

/** What the feed gives all its entries. */
export type EntryContext = {
  base: string | null;
  /** Whether the feed states its base (xml:base), which then holds for texts too. */
  isBaseStated: boolean;
  language: string | null;
  /** When the feed was fetched; dates further ahead than the tolerance are brought back. Null leaves dates as stated. */
  firstSeenAt: Date | null;
  pictureHref?: (url: string) => string;
  /** Bylines and categories already read in this feed: most entries repeat those of others. */
  seen: { authors: Map<string, EntryAuthor[]>; categories: Map<string, string> };
};

/** Clocks of publishers run ahead by minutes; more is a scheduled or a wrong date. */
const futureToleranceMs = 10 * minuteMs;

/** Limits of plain texts, in characters. */
const titleCharsMax = 500;
const summaryCharsMax = 1_200;
const leadCharsMax = 400;
const guidCharsMax = 2_048;
const categoriesMax = 20;

/** A description of this many characters without a content element is the article itself. */
const fullTextCharsMin = 700;

/**
 * Turns an entry as received into ours: canonical address, UTC dates, plain texts, authors, pictures with credits
 * apart, HTML sanitised last.
 *
 * @returns null for an entry that has neither title nor text nor address: nothing could be shown
 */
export function normaliseEntry(raw: RawEntry, context: EntryContext): Entry | null {
  const { base, url, textBase } = addressesOf(raw, context);
  const texts = partTexts(raw);
  const title = shorten(plainTitle(raw.title), titleCharsMax);
  if (title === "" && texts.summaryText === "" && url === null) return null;
  const language = canonicalLanguage(raw.language) ?? context.language;
  const { html, images } = bodyOf(raw, texts.body, { base: textBase, pictureHref: context.pictureHref });
  return {
    guid: collapseSpace(raw.guid ?? "").slice(0, guidCharsMax) || null,
    url,
    title: title || shorten(texts.summaryText, 100),
    authors: authorsOf(raw.authors, context.seen.authors),
    ...datesOf(raw, context.firstSeenAt),
    summaryText: texts.summaryText,
    images: pickImages(raw.images, images, base),
    categories: categoriesOf(raw.categories, context.seen.categories),
    language,
    direction: directionOfText(`${title} ${texts.summaryText}`) ?? directionOfLanguage(language),
    html,
  };
}

/** The entry's address, and what others in it hang on: xml:base where there is one; for the text, else the page it stands on. */
function addressesOf(raw: RawEntry, context: EntryContext) {
  const base = raw.bases.reduce((outer, inner) => absoluteHref(inner, outer) ?? outer, context.base);
  const url = raw.links.map((link) => canonicalUrl(link, base)).find((link) => link !== null) ?? null;
  return { base, url, textBase: context.isBaseStated || raw.bases.length > 0 ? base : (url ?? base) };
}

/** The article's text, sanitised last, and the pictures in it; without a text, those in the summary. */
function bodyOf(raw: RawEntry, body: RawText | null, options: SanitiseOptions): { html: SafeHtml; images: RawImage[] } {
  const markup = body ? markupOf(body) : "";
  if (markup !== "") return sanitiseWithImages(separateCredits(markup), options);
  return { html: emptyHtml, images: findHtmlImages(raw.summary?.value ?? "", options.base) };
}

// An empty text needs no sanitising.
const emptyHtml = "" as SafeHtml;

/** Which text is the article, and the summary in plain words: the feed's own, else the beginning of the text. */
function partTexts(raw: RawEntry): { summaryText: string; body: RawText | null } {
  const stated = plainSummary(raw.summary);
  if (raw.content === null && stated.length >= fullTextCharsMin) return { summaryText: shorten(stated, leadCharsMax), body: raw.summary };
  return {
    summaryText: stated === "" ? shorten(plainSummary(raw.content), leadCharsMax) : shorten(stated, summaryCharsMax),
    body: raw.content,
  };
}

function markupOf(text: RawText): string {
  if (text.type === "html") return /<[a-z]/i.test(text.value) ? text.value : paragraphs(text.value, (line) => line);
  return paragraphs(text.value, escapeMarkup);
}

const paragraphs = (text: string, mark: (line: string) => string): string =>
  text
    .split(/\n\s*\n/)
    .map((paragraph) => `<p>${mark(paragraph.trim())}</p>`)
    .join("\n");

function datesOf(raw: RawEntry, firstSeenAt: Date | null): Pick<Entry, "publishedAt" | "updatedAt"> {
  const latest = firstSeenAt ? addMs(firstSeenAt, futureToleranceMs) : null;
  const read = (texts: string[]): Date | null => {
    const date = texts.map(parseDate).find((each) => each !== null) ?? null;
    return date && latest && date > latest ? latest : date;
  };
  const updatedAt = read(raw.updated);
  const publishedAt = read(raw.published) ?? updatedAt;
  return { publishedAt, updatedAt: updatedAt && publishedAt && updatedAt > publishedAt ? updatedAt : null };
}

function authorsOf(bylines: string[], seen: Map<string, EntryAuthor[]>): EntryAuthor[] {
  return remembered(bylines.join("\n"), seen, () => splitAuthors(bylines));
}

function categoriesOf(names: string[], seen: Map<string, string>): string[] {
  const plain = names
    .map((name) => remembered(name, seen, () => plainTitle({ value: name, type: "html" })))
    .filter((name) => name !== "" && name.length <= 80 && !/^https?:/i.test(name));
  return [...new Set(plain)].slice(0, categoriesMax);
}

function remembered<T>(key: string, seen: Map<string, T>, read: () => T): T {
  const known = seen.get(key);
  if (known !== undefined) return known;
  const value = read();
  seen.set(key, value);
  return value;
}
