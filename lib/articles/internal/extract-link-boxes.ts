import { isTaken } from "./extract-chosen";
import { isFillerLine } from "./extract-filler";
import type { Linked } from "./extract-links";
import type { Region } from "./extract-region";
import {
  attr,
  findAll,
  findFirst,
  isBlock,
  isElement,
  isHeading,
  namesOf,
  type PageElement,
  type PageNode,
  removeNode,
  textOf,
} from "./extract-tree";

/**
 * Drops the boxes of a region that are made of what leads elsewhere: lists and tables of links with the headings above
 * them, galleries, and cards that are one link.
 *
 * @param isFigurePart whether an element is a figure of the text or stands in one
 */
export function dropLinkBoxes({ root, chosen }: Region, linked: Linked, isFigurePart: (element: PageElement) => boolean): void {
  for (const list of findAll(root, ({ name }) => name === "ul" || name === "ol" || name === "dl" || name === "table")) {
    if (list.parent === null || isFigurePart(list) || isAnnounced(list, chosen)) continue;
    if (isLinkBox(list, chosen, linked)) removeWithHeading(list);
  }
  for (const gallery of findAll(root, (element) => isGallery(element, chosen))) removeNode(gallery);
  for (const card of findAll(root, (element) => isCard(element, chosen))) {
    if (!isFigurePart(card) && !findFirst(card, isFigurePart)) removeNode(card);
  }
}

/** A list that the sentence above it ends in, with a colon, is part of that sentence, of whatever links it is made. */
function isAnnounced(list: PageElement, chosen: ReadonlySet<PageElement>): boolean {
  if (!isTaken(list, chosen)) return false;
  let before = list.previousSibling;
  while (before && (before.type === "comment" || textOf(before) === "")) before = before.previousSibling;
  const text = before ? textOf(before) : "";
  return /[:：]$/.test(text) && !isFillerLine(text) && !(isElement(before) && isHeading(before));
}

function isLinkBox(box: PageElement, chosen: ReadonlySet<PageElement>, linked: Linked): boolean {
  const length = textOf(box).length;
  if (length === 0) return findFirst(box, ({ name }) => name === "img") === null;
  const density = linked(box) / length;
  if (density > 0.75) return true;
  return !chosen.has(box) && (density > 0.3 || box.name === "table") && !findFirst(box, (each) => chosen.has(each));
}

const galleryName = /(?:^|[\s_-])(?:gallery|galleries|slideshow|carousel|slider)(?:$|[\s_-])/;

/** Pictures to leaf through, whose words Readability took no part of. */
const isGallery = (element: PageElement, chosen: ReadonlySet<PageElement>): boolean =>
  galleryName.test(namesOf(element)) && !chosen.has(element) && findFirst(element, (each) => chosen.has(each)) === null;

/** A link around blocks stands for what it leads to, not for words of this text, unless Readability took some of them for its own. */
const isCard = (element: PageElement, chosen: ReadonlySet<PageElement>): boolean =>
  element.name === "a" && attr(element, "href") !== "" && !isTaken(element, chosen) && findFirst(element, isBlock) !== null;

function removeWithHeading(box: PageElement): void {
  const before = previousElement(box);
  if (before && isHeading(before)) removeNode(before);
  removeNode(box);
}

function previousElement(element: PageElement): PageElement | null {
  for (let node: PageNode | null = element.previousSibling as PageNode | null; node; node = node.previousSibling as PageNode | null) {
    if (node.type === "text" && node.data.trim() === "") continue;
    return "name" in node ? (node as PageElement) : null;
  }
  return null;
}
