import { collapseSpace } from "@/lib/core/text";
import { splitCredit } from "@/lib/feeds/split-credit";
import { ancestors, findAll, findFirst, namesOf, type PageElement, removeNode, textOf } from "./extract-tree";

/** A picture of the text with its words, before its address is read. */
export type FoundFigure = { element: PageElement; images: PageElement[]; caption: string; credit: string };

const captionName =
  /(?:^|[\s_-])(?:caption|captions|cutline|legend|legende|bildunterschrift|leyenda|epigrafe|didascalia|bijschrift|figcaption|gallery-caption)|(?:image|photo|picture|img|media|figure|bild|foto|slide|slideshow)[_-]*(?:caption|text|description|desc|title|info|legend|details|byline|meta)(?:$|[\s_-])|caption(?:[_-]*(?:text|container|wrapper))?(?:$|\s)|imagecaption/;
const creditName =
  /(?:^|[\s_-]|image|photo|img|media|picture|foto)(?:credits?|copyright|photographer|source|fotograf|quelle|bildquelle|byline|rights|agency|attribution|owner)(?:$|[\s_-])/;

/** Whether an element is called a caption. */
export const isCaption = (element: PageElement): boolean => element.name === "figcaption" || captionName.test(namesOf(element));
/** Whether a short element is called a credit. */
export const isCredit = (element: PageElement): boolean => creditName.test(namesOf(element)) && textOf(element).length <= 160;

/** Whether an element's name says that it holds words on a picture: its caption, or who made it. */
export const isPictureWords = (element: PageElement): boolean => isCaption(element) || isCredit(element);

/** Whether a picture stands in an element. */
export const holdsPicture = (element: PageElement): boolean =>
  findFirst(element, ({ name }) => name === "img" || name === "picture") !== null;

/** Takes a box with pictures and words on them apart; its credits leave it. */
export function readFigure(element: PageElement): FoundFigure {
  const images = findAll(element, ({ name }) => name === "img");
  const credits = outermost(findAll(element, isCredit));
  const credit = tidyCredit(credits.map(textOf).find((text) => text !== "") ?? "");
  for (const each of credits) removeNode(each);
  const captions = outermost(findAll(element, isCaption));
  const words = captions.length > 0 ? (captions.map(textOf).find((text) => text !== "") ?? "") : textOf(element);
  const parted = credit === "" ? splitCredit(words) : { caption: words, credit };
  const caption = collapseSpace(parted.caption);
  return { element, images, caption: fileName.test(caption) ? "" : caption, credit: tidyCredit(parted.credit) };
}

/** Some systems put a picture's file where its caption would stand. */
const fileName = /^\S+\.(?:jpe?g|png|gif|webp|avif)$/i;

const outermost = (elements: PageElement[]): PageElement[] =>
  elements.filter((element) => ![...ancestors(element)].some((around) => elements.includes(around)));

const label =
  /^(?:\(?\s*(?:photo(?:graph)?s?|image|picture|foto|bild|credits?|crédits?|quelle|source|copyright|fotografie|illustration|photographer)(?: credits?| by| courtesy(?: of)?| source)?\s*[:：/]?\s+|©\s*|\(c\)\s*)+/i;
/** A credit without the words that label it. */
export const tidyCredit = (text: string): string =>
  text
    .replace(/^\s*[([]\s*|\s*[)\]]\s*$/g, "")
    .replace(label, "")
    .trim();
