import { err, ok, type Result } from "@/lib/core/result";
import type { SafeHtml } from "@/lib/core/safe-html";
import { pickImages } from "@/lib/feeds/pick-images";
import { sanitiseWithImages } from "@/lib/feeds/sanitise-html";
import type { EntryImage } from "@/lib/feeds/types";
import { articleTextKey } from "./internal/extract-article-key";
import { type ExtractedBody, extractBody } from "./internal/extract-body";
import { readPage } from "./internal/extract-bounds";
import { readByline } from "./internal/extract-byline";
import { decodeArticlePage } from "./internal/extract-charset";
import { readDates } from "./internal/extract-dates";
import { readDescription, readLanguage, readSection, readSiteName, readStatedImages } from "./internal/extract-facts";
import { type PageHead, readHead } from "./internal/extract-head";
import { hasType, textValue } from "./internal/extract-json-ld";
import { chooseTitle } from "./internal/extract-title";
import { isWalled, readWallMarks } from "./internal/extract-wall";

/** What an article's page holds. Texts are plain but for `html`; instants are UTC; addresses absolute. */
export type ExtractedArticle = {
  title: string;
  byline: string[];
  siteName: string;
  /** In the site's own words; empty where it does not say. */
  section: string;
  publishedAt: Date | null;
  modifiedAt: Date | null;
  language: string | null;
  direction: "ltr" | "rtl";
  html: SafeHtml;
  /** Paragraphs parted by blank lines, without captions. */
  text: string;
  images: EntryImage[];
  /** Only the beginning is here; the rest must be paid or signed in for. */
  paywalled: boolean;
};

export type ExtractError = { kind: "not-a-page"; reason: string };

export type ExtractOptions = {
  /** The page's own address, absolute. */
  url: string;
  /** HTTP's Content-Type; null where unknown. */
  contentType: string | null;
  /** Our own address of a picture; without it pictures keep the publisher's. */
  pictureHref?: (url: string) => string;
};

/**
 * Reads an article's page: headline, authors, dates, pictures with captions and credits apart, and the text without
 * what stands around it, sanitised last. Nothing of the page runs, loads or is asked for. A hostile page may take
 * long: run it through `extractKillably` where a stranger wrote it.
 *
 * @param bytes the page as fetched; what is beyond 5 MiB is not read
 * @returns `not-a-page` for what is no HTML; a page without a text has an empty one
 * Source: @mozilla/readability chooses the text; schema.org, Open Graph and Dublin Core state the facts
 */
export function extractArticle(bytes: Uint8Array, options: ExtractOptions): Result<ExtractedArticle, ExtractError> {
  const source = decodeArticlePage(bytes.subarray(0, pageBytesMax), options.contentType);
  if (!/<(?:html|head|body|article|div|p|meta|title|!doctype html)\b/i.test(source.slice(0, 200_000))) {
    return err({ kind: "not-a-page", reason: "there is no HTML in it" });
  }
  const tree = readPage(source);
  const head = readHead(tree);
  const siteName = readSiteName(head);
  const title = chooseTitle(head, siteName);
  const byline = readByline(tree, head, siteName);
  const dates = readDates(tree, head, options.url);
  const wallMarks = readWallMarks(tree);
  const body = extractBody(tree, { title, description: readDescription(head), statedText: statedText(head), site: hostOf(options.url) });
  return ok({
    title,
    byline,
    siteName,
    section: readSection(head),
    ...dates,
    ...readLanguage(head, `${title} ${body.text}`),
    ...show(body, head, options),
    text: body.text,
    paywalled: isWalled(head, body.text, wallMarks),
  });
}

/** Pages larger than this carry data, not text: 5 MiB. */
const pageBytesMax = 5 * 1_048_576;

/** A message of a social network states its words as `text`. */
const statedText = (head: PageHead): string =>
  head.article
    ? textValue(head.article, articleTextKey) || (hasType(head.article, /SocialMediaPosting$/) ? textValue(head.article, "text") : "")
    : "";

const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).hostname : "");

function show(body: ExtractedBody, head: PageHead, { url, pictureHref }: ExtractOptions): Pick<ExtractedArticle, "html" | "images"> {
  const { html, images } = sanitiseWithImages(body.markup, { base: url, pictureHref });
  const stated = readStatedImages(head, url).map(({ caption, ...image }) => ({ ...image, description: caption, title: "", group: null }));
  return { html, images: pickImages(stated, images, url) };
}
