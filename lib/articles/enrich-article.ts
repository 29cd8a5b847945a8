import { mediaHash } from "@/lib/core/media-href";
import { err, ok, type Result } from "@/lib/core/result";
import type { SafeHtml } from "@/lib/core/safe-html";
import type { Access } from "@/lib/entitlements/types";
import type { PictureDraft } from "./article-draft";
import { bareText } from "./bare-text";
import { countWords } from "./count-words";
import { cutLeadIn } from "./cut-lead-in";
import { decideAccess, type Licence } from "./decide-access";
import type { ExtractedArticle } from "./extract-article";
import { htmlParagraphs } from "./html-paragraphs";
import { separateLead } from "./separate-lead";

/** What we hold of an article whose text is to come from its page. */
export type ThinArticle = {
  headline: string;
  standfirst: string;
  leadIn: string;
  language: string;
  licence: Licence;
  wall: Access;
  lead: { hash: string; caption: string } | null;
};

/** The columns that a page's text decides. */
export type Enrichment = {
  html: SafeHtml;
  leadIn: string;
  wordCount: number;
  access: Access;
  /** Empty where the article has pictures already. */
  pictures: PictureDraft[];
};

export type EnrichRefusal = "paywalled" | "no text" | "another page";

const picturesMax = 20;

/** Of the headline's words, the share that the page must have in its headline or text to be the article's page. */
const sharedWordsMin = 0.5;

/**
 * Makes a page's text ready to keep with an article: lead-in, length, access and pictures as for a text from a feed.
 *
 * @returns why there is nothing to keep: a wall, no more text than the feed gave, or the page of something else
 */
export function enrichArticle(
  article: ThinArticle,
  page: Pick<ExtractedArticle, "title" | "text" | "html" | "images" | "paywalled">,
): Result<Enrichment, EnrichRefusal> {
  if (page.paywalled) return err("paywalled");
  if (!isSamePage(article, page)) return err("another page");
  const pictures = article.lead ? [] : makePictures(page.images);
  const paragraphs = htmlParagraphs(page.html);
  const leadIn = cutLeadIn(paragraphs, article.language);
  const bodyWords = countWords(paragraphs.join("\n"), article.language);
  const leadInWords = countWords(leadIn.join("\n"), article.language);
  if (bodyWords <= countWords(article.leadIn, article.language)) return err("no text");
  const { access } = decideAccess({ licence: article.licence, wall: article.wall, bodyWords, leadInWords });
  const html = separateLead(page.html, article.lead ?? pictures[0] ?? null);
  return ok({ html, leadIn: leadIn.join("\n\n"), wordCount: bodyWords, access, pictures });
}

/** A page that was moved or taken down often answers with the front page, or with a notice. */
function isSamePage({ headline, standfirst }: ThinArticle, page: { title: string; text: string }): boolean {
  const found = bareText(`${page.title} ${page.text}`);
  const opening = bareText(standfirst).slice(0, 40);
  if (opening.length >= 20 && found.includes(opening)) return true;
  const words = [
    ...new Set(
      headline
        .split(/[^\p{L}\p{M}\p{N}]+/u)
        .map(bareText)
        .filter((word) => word.length > 1),
    ),
  ];
  return words.length === 0 || words.filter((word) => found.includes(word)).length >= words.length * sharedWordsMin;
}

function makePictures(images: ExtractedArticle["images"]): PictureDraft[] {
  const byHash = new Map<string, PictureDraft>();
  for (const { url, caption, credit, alt } of images.slice(0, picturesMax)) {
    const hash = mediaHash(url);
    if (!byHash.has(hash)) byHash.set(hash, { hash, sourceUrl: url, caption, credit, alt });
  }
  return [...byHash.values()];
}
