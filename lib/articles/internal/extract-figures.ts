import { collapseSpace } from "@/lib/core/text";
import { splitCredit } from "@/lib/feeds/split-credit";
import { isMarkedText } from "./extract-article-key";
import {
  ancestors,
  childElements,
  findAll,
  findFirst,
  isElement,
  namesOf,
  type PageElement,
  type PageTree,
  removeNode,
  textOf,
} from "./extract-tree";

/** A picture of the text with its words, before its address is read. */
export type FoundFigure = { element: PageElement; images: PageElement[]; caption: string; credit: string };

const captionName =
  /(?:^|[\s_-])(?:caption|captions|cutline|legend|legende|bildunterschrift|leyenda|epigrafe|didascalia|bijschrift|figcaption|gallery-caption)|(?:image|photo|picture|img|media|figure|bild|foto)[_-]*(?:caption|text|description|desc|title|info|legend|details|byline|meta)(?:$|[\s_-])|caption(?:[_-]*(?:text|container|wrapper))?(?:$|\s)|imagecaption/;
const creditName =
  /(?:^|[\s_-]|image|photo|img|media|picture|foto)(?:credits?|copyright|photographer|source|fotograf|quelle|bildquelle|byline|rights|agency|attribution|owner)(?:$|[\s_-])/;

/** How much text a figure's words have at most; more is an article around a picture. */
const captionCharsMax = 900;

/**
 * Finds the figures of a text and takes them apart into picture, caption and credit. The words leave the text:
 * a caption is no paragraph.
 */
export function takeFigures(root: PageElement): FoundFigure[] {
  const figures: FoundFigure[] = [];
  const taken = new Set<PageElement>();
  for (const element of findAll(root, isFigure)) {
    if (taken.has(element) || [...ancestors(element)].some((around) => taken.has(around))) continue;
    if (textOf(element).length > captionCharsMax) continue;
    taken.add(element);
    figures.push(readFigure(element));
  }
  dropStrayCaptions(root, taken);
  return figures;
}

/**
 * The lead picture, where it stands above the text and outside of it: the last figure between headline and text, with the words
 * that go with it.
 */
export function takeLeadFigure(tree: PageTree, root: PageElement): FoundFigure | null {
  const all = findAll(tree, () => true);
  const end = all.indexOf(root);
  const heading = all.findLastIndex((element, index) => index < end && element.name === "h1");
  const around = new Set(ancestors(root));
  const start =
    heading >= 0
      ? heading
      : Math.max(
          0,
          all.findIndex((element) => around.has(element) && (element.name === "article" || element.name === "main")),
        );
  const above = all
    .slice(start, Math.max(start, end))
    .filter((element) => !around.has(element) && element.name === "figure" && holdsPicture(element));
  const lead = above.at(-1);
  return lead && textOf(lead).length <= captionCharsMax ? readFigure(lead) : null;
}

/** A figure element, or a box that holds pictures and a caption and nothing else. */
function isFigure(element: PageElement): boolean {
  if (element.name === "figure")
    return holdsPicture(element) || findFirst(element, ({ name }) => name === "figcaption") !== null || isMediaName(namesOf(element));
  if (element.name !== "div" && element.name !== "aside" && element.name !== "section" && element.name !== "p" && element.name !== "span")
    return false;
  if (!holdsPicture(element)) return false;
  const caption = findFirst(element, isCaption);
  if (/\bwp-caption\b/.test(namesOf(element))) return true;
  if (!caption) return false;
  return textOf(element).length <= textOf(caption).length + creditText(element, caption).length + 30;
}

const isMediaName = (names: string): boolean =>
  /(?:^|[\s_-])(?:image|video|media|photo|gallery|embed|audio|picture|infographic)/.test(names);

const holdsPicture = (element: PageElement): boolean => findFirst(element, ({ name }) => name === "img" || name === "picture") !== null;

const isCaption = (element: PageElement): boolean => element.name === "figcaption" || captionName.test(namesOf(element));
const isCredit = (element: PageElement): boolean => creditName.test(namesOf(element)) && textOf(element).length <= 160;

function creditText(element: PageElement, outside: PageElement): string {
  return findAll(element, isCredit)
    .filter((credit) => ![...ancestors(credit)].includes(outside))
    .map(textOf)
    .join(" ");
}

function readFigure(element: PageElement): FoundFigure {
  const images = findAll(element, ({ name }) => name === "img");
  const credits = outermost(findAll(element, isCredit));
  const credit = tidyCredit(credits.map(textOf).find((text) => text !== "") ?? "");
  for (const each of credits) removeNode(each);
  const captions = outermost(findAll(element, isCaption));
  const words = captions.length > 0 ? (captions.map(textOf).find((text) => text !== "") ?? "") : textOf(element);
  const parted = credit === "" ? splitCredit(words) : { caption: words, credit };
  return { element, images, caption: collapseSpace(parted.caption), credit: tidyCredit(parted.credit) };
}

const outermost = (elements: PageElement[]): PageElement[] =>
  elements.filter((element) => ![...ancestors(element)].some((around) => elements.includes(around)));

const label =
  /^(?:\(?\s*(?:photo(?:graph)?s?|image|picture|foto|bild|credits?|crédits?|quelle|source|copyright|fotografie|illustration|photographer)(?: credits?| by| courtesy(?: of)?| source)?\s*[:：/]?\s+|©\s*|\(c\)\s*)+/i;
const tidyCredit = (text: string): string =>
  text
    .replace(/^\s*[([]\s*|\s*[)\]]\s*$/g, "")
    .replace(label, "")
    .trim();

/** Captions and credits that stand apart from their pictures are no paragraphs either. */
function dropStrayCaptions(root: PageElement, figures: ReadonlySet<PageElement>): void {
  for (const element of findAll(root, (each) => isCaption(each) || (isCredit(each) && !childElements(each).some(isElement)))) {
    if (element === root || figures.has(element) || [...ancestors(element)].some((around) => figures.has(around))) continue;
    const length = textOf(element).length;
    if (length <= 400 && !isMarkedText(element) && !holdsPicture(element)) removeNode(element);
  }
}
