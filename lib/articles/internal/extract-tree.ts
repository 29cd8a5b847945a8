import { DomUtils, parseDocument } from "htmlparser2";

/** A page as a plain tree: nothing in it runs, loads or styles. */
export type PageTree = ReturnType<typeof parseDocument>;
export type PageNode = PageTree["children"][number];
export type PageElement = NonNullable<ReturnType<typeof DomUtils.findOne>>;

/** Reads HTML into a tree. Never throws; linear in the source, whose nesting must be bounded before. */
export const readTree = (html: string): PageTree => parseDocument(html);

/** Whether a node is an element, scripts and styles included. */
export const isElement = (node: { type: string } | null | undefined): node is PageElement =>
  node?.type === "tag" || node?.type === "script" || node?.type === "style";

/** All elements below a node that a rule names, in page order. */
export function findAll(root: PageTree | PageElement, test: (element: PageElement) => boolean): PageElement[] {
  return DomUtils.findAll(test, root.children);
}

/** The first element below a node that a rule names. */
export const findFirst = (root: PageTree | PageElement, test: (element: PageElement) => boolean): PageElement | null =>
  DomUtils.findOne(test, root.children, true);

/** The elements directly within one. */
export const childElements = (element: PageElement | PageTree): PageElement[] => element.children.filter(isElement);

/** Takes a node out of its tree. */
export const removeNode = (node: PageNode): void => DomUtils.removeElement(node);

/** The value of an attribute; empty where it has none. */
export const attr = (element: PageElement, name: string): string => element.attribs[name] ?? "";

/** Id and classes as one lower-case text, parted by spaces. */
export const namesOf = (element: PageElement): string => `${attr(element, "class")} ${attr(element, "id")}`.trim().toLowerCase();

/** The words within a node, on one line. */
export const textOf = (node: PageNode | PageElement): string =>
  DomUtils.textContent(node)
    .replace(/[\s\u00a0\u200b]+/g, " ")
    .trim();

/** How many characters of a node's words stand in links. */
export function linkedLength(element: PageElement): number {
  if (element.name === "a") return textOf(element).length;
  return findAll(element, ({ name }) => name === "a").reduce((sum, link) => sum + textOf(link).length, 0);
}

/** The elements around one, nearest first. */
export function* ancestors(element: PageElement): Generator<PageElement> {
  for (let parent = element.parent; isElement(parent); parent = parent.parent) yield parent;
}

const blockNames = new Set(
  "p li blockquote pre td th dd dt h1 h2 h3 h4 h5 h6 figure figcaption div section article ul ol dl table tr tbody thead main aside header footer address details summary hr".split(
    " ",
  ),
);

/** Whether an element stands on lines of its own. */
export const isBlock = ({ name }: PageElement): boolean => blockNames.has(name);

/** Whether an element is a heading of any rank. */
export const isHeading = ({ name }: PageElement): boolean => /^h[1-6]$/.test(name);
