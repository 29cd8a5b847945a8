import { directionOfLanguage } from "@/lib/core/language";
import { mediaHash } from "@/lib/core/media-href";
import { encodeSafeHtml, type SafeHtml } from "@/lib/core/safe-html";
import type { Entry } from "@/lib/feeds/types";
import type { ArticleDraft, PictureDraft } from "./article-draft";
import { clampInstant, isCredible } from "./clamp-instant";
import { contentHash } from "./content-hash";
import { countWords } from "./count-words";
import { cutLeadIn, cutStandfirst } from "./cut-lead-in";
import { decideAccess } from "./decide-access";
import type { DraftTitle } from "./draft-title";
import { htmlParagraphs } from "./html-paragraphs";
import { identifyEntry } from "./identify-entry";
import { makeSlug } from "./make-slug";
import { mapSection } from "./map-section";
import { separateLead } from "./separate-lead";
import type { SharedKeys } from "./shared-keys";

/** What an entry alone does not tell. `bodyMedia` maps picture keys to source addresses met while parsing. */
export type DraftContext = {
  feed: DraftTitle;
  homeUrl: string;
  sharedKeys: SharedKeys;
  bodyMedia: ReadonlyMap<string, string>;
  firstSeenAt: Date;
};

const standfirstCharactersMax = 300;
const headlineCharactersMax = 400;
const picturesMax = 20;
const categoriesMax = 20;
/** An update within a minute of publication is the publisher's system saving twice. */
const updateGraceMs = 60_000;

/**
 * Makes an entry ready to store under its publisher's licence: identity, cut texts, access, dates and
 * pictures. An entry without a headline takes the opening of its text for one (RSS 2.0 lets either be
 * missing, not both).
 *
 * @returns null for an entry that has neither headline nor text
 */
export function entryToArticle(entry: Entry, context: DraftContext): ArticleDraft | null {
  const { feed } = context;
  const language = feed.language ?? feed.publisher.language;
  const paragraphs = htmlParagraphs(entry.html);
  const headline = makeHeadline(entry, paragraphs, language);
  if (headline === "") return null;
  const identity = identifyEntry(entry, context.homeUrl, context.sharedKeys, feed.identity);
  const section = mapSection(feed.section, entry.categories, entry.url, feed.publisher.sectionMap);
  const isHeadlineOnly = feed.publisher.licence === "headline";
  const texts = makeTexts(entry, isHeadlineOnly ? [] : paragraphs, language);
  const decision = decideAccess({ ...feed.publisher, bodyWords: texts.bodyWords, leadInWords: texts.leadInWords });
  // Such a title lets us show headline, summary and link: no picture, and no cut of a text it may carry.
  const pictures = isHeadlineOnly ? [] : makePictures(entry);
  const wantsFullText = isPageAllowed(feed) && texts.bodyWords <= texts.leadInWords;
  // What a feed that is to be completed carries is its lead-in: it must never replace the text from the page.
  const isKept = decision.keepsBody && !wantsFullText;
  const kept = isKept ? keepText(separateLead(entry.html, pictures[0] ?? null), context.bodyMedia) : nothingKept;
  const publishedAt = clampInstant(entry.publishedAt, context.firstSeenAt);
  return {
    publisherId: feed.publisherId,
    ...identity,
    slug: makeSlug(headline, feed.publisher.slug, `${feed.publisherId}:${identity.guid}:${identity.url}`),
    headline,
    standfirst: texts.standfirst,
    leadIn: texts.leadIn.join("\n\n"),
    byline: makeByline(
      entry.authors.map((author) => author.name),
      language,
    ),
    section: section.section,
    sectionBy: section.by,
    categories: entry.categories.slice(0, categoriesMax),
    language,
    direction: directionOfLanguage(language) ?? "ltr",
    access: decision.access,
    wordCount: texts.bodyWords || texts.leadInWords,
    contentHash: contentHash({ headline, standfirst: texts.standfirst, text: isKept ? texts.body : "" }),
    ...kept,
    wantsFullText,
    publishedAt,
    statedAt: statedDate(entry, context.firstSeenAt),
    updatedAt: laterUpdate(entry.updatedAt, publishedAt, context.firstSeenAt),
    authors: entry.authors,
    pictures,
  };
}

const nothingKept = { body: null, bodyMedia: [] };

const keepText = (html: SafeHtml, bodyMedia: DraftContext["bodyMedia"]) => ({
  body: encodeSafeHtml(html),
  bodyMedia: findBodyMedia(html, bodyMedia),
});

const isPageAllowed = ({ publisher }: DraftTitle): boolean => publisher.fullText && publisher.licence === "partner";

type Texts = { standfirst: string; leadIn: string[]; body: string; bodyWords: number; leadInWords: number };

function makeTexts(entry: Entry, paragraphs: string[], language: string): Texts {
  const body = paragraphs.join("\n");
  const leadIn = cutLeadIn(paragraphs.length > 0 ? paragraphs : entry.summaryText.split(/\n{2,}/).filter(Boolean), language);
  const summary = entry.summaryText || (leadIn[0] ?? "");
  return {
    standfirst: cutStandfirst(summary, language, standfirstCharactersMax),
    leadIn,
    body,
    bodyWords: countWords(body, language),
    leadInWords: countWords(leadIn.join("\n"), language),
  };
}

function makeHeadline(entry: Entry, paragraphs: string[], language: string): string {
  const title = entry.title.trim();
  if (title !== "") return cutStandfirst(title, language, headlineCharactersMax);
  return cutStandfirst(entry.summaryText || (paragraphs[0] ?? ""), language, 120);
}

function makeByline(names: string[], language: string): string {
  if (names.length < 2) return names[0] ?? "";
  return listFormatFor(language)?.format(names) ?? names.join(", ");
}

// Making one costs more than a whole entry does otherwise.
const listFormats = new Map<string, Intl.ListFormat | null>();

function listFormatFor(language: string): Intl.ListFormat | null {
  const known = listFormats.get(language);
  if (known !== undefined) return known;
  const made = makeListFormat(language);
  listFormats.set(language, made);
  return made;
}

/** Publishers' language tags are not always well formed. */
function makeListFormat(language: string): Intl.ListFormat | null {
  try {
    return new Intl.ListFormat(language, { type: "conjunction" });
  } catch {
    return null;
  }
}

const statedDate = ({ publishedAt }: Entry, firstSeenAt: Date): Date | null =>
  publishedAt !== null && isCredible(publishedAt, firstSeenAt) ? publishedAt : null;

function laterUpdate(stated: Date | null, publishedAt: Date, firstSeenAt: Date): Date | null {
  if (stated === null || Number.isNaN(stated.getTime())) return null;
  const updatedAt = clampInstant(stated, firstSeenAt);
  return updatedAt.getTime() > publishedAt.getTime() + updateGraceMs ? updatedAt : null;
}

function makePictures(entry: Entry): PictureDraft[] {
  const byHash = new Map<string, PictureDraft>();
  for (const image of entry.images.slice(0, picturesMax)) {
    const hash = mediaHash(image.url);
    if (byHash.has(hash)) continue;
    byHash.set(hash, { hash, sourceUrl: image.url, caption: image.caption, credit: image.credit, alt: image.alt });
  }
  return [...byHash.values()];
}

function findBodyMedia(html: SafeHtml, known: ReadonlyMap<string, string>): { hash: string; sourceUrl: string }[] {
  if (known.size === 0) return [];
  const hashes = new Set(Array.from(html.matchAll(/\/media\/([0-9a-f]{32})\//g), (match) => match[1] ?? ""));
  return [...hashes].flatMap((hash) => {
    const sourceUrl = known.get(hash);
    return sourceUrl ? [{ hash, sourceUrl }] : [];
  });
}
