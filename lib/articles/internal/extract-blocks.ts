import { isFillerLine } from "./extract-filler";
import { linkedInward } from "./extract-links";
import { wordLength } from "./extract-prose";
import type { Region } from "./extract-region";
import { squeeze } from "./extract-sentences";
import {
  ancestors,
  childElements,
  findAll,
  findFirst,
  isElement,
  linkedLength,
  namesOf,
  type PageElement,
  type PageNode,
  removeNode,
  textOf,
} from "./extract-tree";

const headings = /^h[1-6]$/;
const blockNames = new Set(
  "p li blockquote pre td th dd dt h1 h2 h3 h4 h5 h6 figure figcaption div section article ul ol dl table tr tbody thead main aside header footer address details summary hr".split(
    " ",
  ),
);

/**
 * Drops from the article's region what is no running text: boxes of links, lines that ask for something, headings
 * with nothing below them, what repeats the headline. Prose stays, whether Readability chose it or not, and so do
 * links to other sites that it chose: an article's sources.
 *
 * @param site host of the page
 */
export function dropUnwantedBlocks({ root, chosen }: Region, title: string, site: string, figures: ReadonlySet<PageElement>): void {
  const linked = (element: PageElement): number => (isTaken(element, chosen) ? linkedInward(element, site) : linkedLength(element));
  const isFigurePart = (element: PageElement): boolean =>
    figures.has(element) || [...ancestors(element)].some((around) => figures.has(around));
  for (const list of findAll(root, ({ name }) => name === "ul" || name === "ol" || name === "dl" || name === "table")) {
    if (list.parent !== null && !isFigurePart(list) && isLinkBox(list, chosen, linked)) removeWithHeading(list);
  }
  for (const gallery of findAll(root, (element) => isGallery(element, chosen))) removeNode(gallery);
  for (const leaf of findAll(root, isLeaf)) {
    if (isFigurePart(leaf) || leaf.parent === null) continue;
    if (isUnwantedLeaf(leaf, chosen, title, linked)) removeNode(leaf);
  }
  dropEmptyHeadings(root, figures);
}

const galleryName = /(?:^|[\s_-])(?:gallery|galleries|slideshow|carousel|slider)(?:$|[\s_-])/;

/** Pictures to leaf through, whose words Readability took no part of. */
const isGallery = (element: PageElement, chosen: ReadonlySet<PageElement>): boolean =>
  galleryName.test(namesOf(element)) && !chosen.has(element) && findFirst(element, (each) => chosen.has(each)) === null;

/** An element with text of its own and no block inside; a listing of code is one, whatever its lines are made of. */
const isLeaf = (element: PageElement): boolean =>
  blockNames.has(element.name) &&
  (element.name === "pre" || findFirst(element, ({ name }) => blockNames.has(name)) === null) &&
  textOf(element) !== "" &&
  ![...ancestors(element)].some(({ name }) => name === "pre");

/** Characters of an element that stand in links which count against it. */
type Linked = (element: PageElement) => number;

function isLinkBox(box: PageElement, chosen: ReadonlySet<PageElement>, linked: Linked): boolean {
  const length = textOf(box).length;
  if (length === 0) return findFirst(box, ({ name }) => name === "img") === null;
  const density = linked(box) / length;
  if (density > 0.75) return true;
  return !chosen.has(box) && (density > 0.3 || box.name === "table") && !findFirst(box, (each) => chosen.has(each));
}

/** Chosen itself or by what is in it: Readability folds boxes that hold one box each into one. */
const isTaken = (leaf: PageElement, chosen: ReadonlySet<PageElement>): boolean =>
  chosen.has(leaf) || findFirst(leaf, (each) => chosen.has(each)) !== null;

function isUnwantedLeaf(leaf: PageElement, chosen: ReadonlySet<PageElement>, title: string, linked: Linked): boolean {
  if (leaf.name === "pre") return false;
  const text = textOf(leaf);
  const isHeading = headings.test(leaf.name);
  if ((isHeading || leaf.name === "p") && sameWords(text, title)) return true;
  if (isFillerLine(text)) return true;
  const density = linked(leaf) / text.length;
  if (isHeading) return density > 0.6 && !chosen.has(leaf);
  if (density > 0.85 && text.length < 250 && leaf.name !== "td" && leaf.name !== "li") return true;
  return !isTaken(leaf, chosen) && isDoubtful(leaf, text, density, chosen);
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

function removeWithHeading(box: PageElement): void {
  const before = previousElement(box);
  if (before && headings.test(before.name)) removeNode(before);
  removeNode(box);
}

function previousElement(element: PageElement): PageElement | null {
  for (let node: PageNode | null = element.previousSibling as PageNode | null; node; node = node.previousSibling as PageNode | null) {
    if (node.type === "text" && node.data.trim() === "") continue;
    return "name" in node ? (node as PageElement) : null;
  }
  return null;
}

/** A heading that ends the text, or that another of its rank follows at once. */
function dropEmptyHeadings(root: PageElement, figures: ReadonlySet<PageElement>): void {
  const bare: PageElement[] = [];
  /** Walks backwards and says whether any words of the text follow, headings and captions not counted. */
  const visit = (node: PageNode, isFollowed: boolean): boolean => {
    if (node.type === "text") return isFollowed || node.data.trim() !== "";
    if (!isElement(node) || figures.has(node)) return isFollowed;
    if (!headings.test(node.name)) return node.children.reduceRight((found, child) => visit(child, found), isFollowed);
    if (!isFollowed && textOf(node) !== "") bare.push(node);
    return isFollowed;
  };
  root.children.reduceRight((found, child) => visit(child, found), false);
  for (const heading of bare) removeNode(heading);
}
