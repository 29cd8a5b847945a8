import { isFillerLine } from "./extract-filler";
import type { Region } from "./extract-region";
import {
  ancestors,
  childElements,
  findAll,
  findFirst,
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
 * with nothing below them, what repeats the headline. Prose stays, whether Readability chose it or not.
 */
export function dropUnwantedBlocks({ root, chosen }: Region, title: string, figures: ReadonlySet<PageElement>): void {
  const isFigurePart = (element: PageElement): boolean =>
    figures.has(element) || [...ancestors(element)].some((around) => figures.has(around));
  for (const list of findAll(root, ({ name }) => name === "ul" || name === "ol" || name === "dl" || name === "table")) {
    if (list.parent !== null && !isFigurePart(list) && isLinkBox(list, chosen)) removeWithHeading(list);
  }
  for (const gallery of findAll(root, (element) => isGallery(element, chosen))) removeNode(gallery);
  for (const leaf of findAll(root, isLeaf)) {
    if (isFigurePart(leaf) || leaf.parent === null) continue;
    if (isUnwantedLeaf(leaf, chosen, title)) removeNode(leaf);
  }
  dropEmptyHeadings(root, figures);
}

const galleryName = /(?:^|[\s_-])(?:gallery|galleries|slideshow|carousel|slider)(?:$|[\s_-])/;

/** Pictures to leaf through, whose words Readability took no part of. */
const isGallery = (element: PageElement, chosen: ReadonlySet<PageElement>): boolean =>
  galleryName.test(namesOf(element)) && !chosen.has(element) && findFirst(element, (each) => chosen.has(each)) === null;

/** An element with text of its own and no block inside. */
const isLeaf = (element: PageElement): boolean =>
  blockNames.has(element.name) && textOf(element) !== "" && !findFirst(element, ({ name }) => blockNames.has(name));

function isLinkBox(box: PageElement, chosen: ReadonlySet<PageElement>): boolean {
  const length = textOf(box).length;
  if (length === 0) return findFirst(box, ({ name }) => name === "img") === null;
  const density = linkedLength(box) / length;
  if (density > 0.75) return true;
  return !chosen.has(box) && (density > 0.3 || box.name === "table") && !findFirst(box, (each) => chosen.has(each));
}

function isUnwantedLeaf(leaf: PageElement, chosen: ReadonlySet<PageElement>, title: string): boolean {
  const text = textOf(leaf);
  const isHeading = headings.test(leaf.name);
  if ((isHeading || leaf.name === "p") && sameWords(text, title)) return true;
  if (isFillerLine(text)) return true;
  const density = linkedLength(leaf) / text.length;
  if (isHeading) return density > 0.6 && !chosen.has(leaf);
  if (density > 0.85 && text.length < 250 && leaf.name !== "td" && leaf.name !== "li") return true;
  return !chosen.has(leaf) && isDoubtful(leaf, text, density, chosen);
}

const proseNames = new Set(["p", "li", "blockquote", "pre"]);

/** What Readability did not choose stays only where it reads like prose among what it did. */
function isDoubtful(leaf: PageElement, text: string, density: number, chosen: ReadonlySet<PageElement>): boolean {
  if (proseNames.has(leaf.name)) return density > 0.5 || isOrphan(leaf, chosen);
  const isFragment = text.length < 80 && !/[.!?…。！？”"»]$/.test(text);
  return density > 0.3 || isFragment || [...ancestors(leaf)].every((around) => !chosen.has(around));
}

/** Short text that stands with no chosen part beside it. */
function isOrphan(leaf: PageElement, chosen: ReadonlySet<PageElement>): boolean {
  if (textOf(leaf).length >= 80) return false;
  const parent = leaf.parent;
  if (!parent || !("children" in parent)) return false;
  return !childElements(parent as PageElement).some((sibling) => chosen.has(sibling));
}

const wordsOf = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
const sameWords = (text: string, title: string): boolean => title !== "" && text.length < 400 && wordsOf(text) === wordsOf(title);

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
  const parts = findAll(
    root,
    (element) => figures.has(element) || (isLeaf(element) && ![...ancestors(element)].some((around) => figures.has(around))),
  );
  let isFollowed = false;
  for (const part of parts.reverse()) {
    if (!headings.test(part.name)) isFollowed = isFollowed || !figures.has(part);
    else if (!isFollowed) removeNode(part);
  }
}
