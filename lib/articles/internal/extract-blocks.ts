import { isTaken } from "./extract-chosen";
import { isFillerLine } from "./extract-filler";
import { dropLinkBoxes } from "./extract-link-boxes";
import { type Linked, linkedAgainst } from "./extract-links";
import { wordLength } from "./extract-prose";
import type { Region } from "./extract-region";
import { squeeze } from "./extract-sentences";
import {
  ancestors,
  childElements,
  findAll,
  findFirst,
  isBlock,
  isElement,
  isHeading,
  type PageElement,
  type PageNode,
  removeNode,
  textOf,
} from "./extract-tree";

/**
 * Drops from the article's region what is no running text: boxes of links, lines that ask for something, headings
 * with nothing below them, what repeats the headline. Prose stays, whether Readability chose it or not, and so do
 * links to other sites that it chose: an article's sources.
 *
 * @param site host of the page
 */
export function dropUnwantedBlocks({ root, chosen }: Region, title: string, site: string, figures: ReadonlySet<PageElement>): void {
  const linked = (element: PageElement): number => linkedAgainst(element, chosen, site);
  const isFigurePart = (element: PageElement): boolean =>
    figures.has(element) || [...ancestors(element)].some((around) => figures.has(around));
  dropLinkBoxes({ root, chosen }, linked, isFigurePart);
  findAll(root, ({ name }) => name === "pre").forEach(dropDrawnCopies);
  for (const leaf of findAll(root, isLeaf)) {
    if (isFigurePart(leaf) || leaf.parent === null) continue;
    if (isUnwantedLeaf(leaf, chosen, title, linked)) removeNode(leaf);
  }
  dropEmptyHeadings(root, figures);
}

/** Scripts draw a listing of code once more right beside its source; the source stays. */
function dropDrawnCopies(listing: PageElement): void {
  const source = squeeze(textOf(listing));
  if (source.length < listingCharsMin) return;
  for (const beside of [besideOf(listing, "previousSibling"), besideOf(listing, "nextSibling")]) {
    const words = beside?.name === "div" ? squeeze(textOf(beside)) : "";
    if (beside && words.includes(source) && words.replaceAll(source, "").length < listingCharsMin) removeNode(beside);
  }
}

/** The next element on one side, past white space and comments. */
function besideOf(element: PageElement, side: "previousSibling" | "nextSibling"): PageElement | null {
  let node = element[side];
  while (node && !isElement(node)) node = node[side];
  return node;
}

/** A listing of fewer letters may well stand twice. */
const listingCharsMin = 20;

/** An element with text of its own and no block inside; a listing of code is one, whatever its lines are made of. */
const isLeaf = (element: PageElement): boolean =>
  isBlock(element) &&
  (element.name === "pre" || findFirst(element, isBlock) === null) &&
  textOf(element) !== "" &&
  ![...ancestors(element)].some(({ name }) => name === "pre");

function isUnwantedLeaf(leaf: PageElement, chosen: ReadonlySet<PageElement>, title: string, linked: Linked): boolean {
  if (leaf.name === "pre") return false;
  const text = textOf(leaf);
  if ((isHeading(leaf) || leaf.name === "p") && sameWords(text, title)) return true;
  if (isFillerLine(text)) return true;
  const density = linked(leaf) / text.length;
  if (isHeading(leaf)) return density > 0.6 && !chosen.has(leaf);
  const item = itemAround(leaf);
  if (density > 0.85 && text.length < linkLineCharsMax && !item) return true;
  // Readability sets bare words into a paragraph of its own making, which has no number.
  if (item && chosen.has(item) && density === 0) return false;
  return !isTaken(leaf, chosen) && isDoubtful(leaf, text, density, chosen);
}

/** Longer than any line that does nothing but lead elsewhere. */
const linkLineCharsMax = 250;

const items = new Set(["td", "th", "li"]);

/** The cell or item that an element is or stands in: its list or table stayed as a whole. Cells of a page's layout are longer. */
function itemAround(leaf: PageElement): PageElement | null {
  if (items.has(leaf.name)) return leaf;
  const item = [...ancestors(leaf)].find(({ name }) => items.has(name));
  return item && isShort(item) ? item : null;
}

/** Stops counting once it knows, for a cell of a page's layout may hold the whole page. */
function isShort(item: PageElement): boolean {
  let left = linkLineCharsMax;
  const fits = (node: PageNode): boolean => {
    if (node.type === "text") left -= node.data.trim().length;
    return left > 0 && (!("children" in node) || node.children.every(fits));
  };
  return fits(item);
}

const proseNames = new Set(["p", "li", "blockquote", "pre"]);

/** What Readability did not choose stays only where it reads like prose among what it did. */
function isDoubtful(leaf: PageElement, text: string, density: number, chosen: ReadonlySet<PageElement>): boolean {
  if (proseNames.has(leaf.name)) return density > 0.5 || isOrphan(leaf, chosen);
  const isFragment = wordLength(text) < 80 && !/[.!?…。！？”"»]$/.test(text);
  return density > 0.3 || isFragment || [...ancestors(leaf)].every((around) => !chosen.has(around));
}

/** Short text that stands with no chosen part beside it. */
function isOrphan(leaf: PageElement, chosen: ReadonlySet<PageElement>): boolean {
  if (wordLength(textOf(leaf)) >= 80) return false;
  const parent = leaf.parent;
  if (!parent || !("children" in parent)) return false;
  return !childElements(parent as PageElement).some((sibling) => chosen.has(sibling));
}

const sameWords = (text: string, title: string): boolean => title !== "" && text.length < 400 && squeeze(text) === squeeze(title);

/** A heading that ends the text, or that another of its rank follows at once. */
function dropEmptyHeadings(root: PageElement, figures: ReadonlySet<PageElement>): void {
  const bare: PageElement[] = [];
  /** Walks backwards and says whether any words of the text follow, headings and captions not counted. */
  const visit = (node: PageNode, isFollowed: boolean): boolean => {
    if (node.type === "text") return isFollowed || node.data.trim() !== "";
    if (!isElement(node) || figures.has(node)) return isFollowed;
    if (!isHeading(node)) return node.children.reduceRight((found, child) => visit(child, found), isFollowed);
    if (!isFollowed && textOf(node) !== "") bare.push(node);
    return isFollowed;
  };
  root.children.reduceRight((found, child) => visit(child, found), false);
  for (const heading of bare) removeNode(heading);
}
