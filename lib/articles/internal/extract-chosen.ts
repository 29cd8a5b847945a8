import { Readability } from "@mozilla/readability";
import JSDOMParser from "@mozilla/readability/JSDOMParser.js";
import { serialise } from "./extract-serialise";
import { attr, findAll, findFirst, type PageElement, type PageTree, readTree } from "./extract-tree";

/** Carries an element's number through Readability, which keeps data attributes. */
const mark = "data-extract-n";

/**
 * The elements of a page that Readability takes for its article, and the article as it gives it. It works on the plain, scriptless DOM that its makers
 * wrote for it to run in workers: linear in the page, and with nothing in it that could run, load or style.
 */
export function chooseParts(tree: PageTree): { chosen: Set<PageElement>; content: string } {
  const elements = findAll(tree, () => true);
  elements.forEach((element, index) => {
    element.attribs[mark] = String(index);
  });
  const content = readContent(tree);
  for (const element of elements) delete element.attribs[mark];
  const chosen = new Set<PageElement>();
  for (const element of findAll(readTree(content), (each) => mark in each.attribs)) {
    const original = elements[Number(attr(element, mark))];
    if (original) chosen.add(original);
  }
  return { chosen, content };
}

/** Whether an element is chosen itself or by what is in it: Readability folds boxes that hold one box each into one. */
export const isTaken = (element: PageElement, chosen: ReadonlySet<PageElement>): boolean =>
  chosen.has(element) || findFirst(element, (each) => chosen.has(each)) !== null;

function readContent(tree: PageTree): string {
  const body = findFirst(tree, ({ name }) => name === "body");
  const source = serialise(body ? body.children : tree.children);
  const document = new JSDOMParser().parse(`<html><body>${source}</body></html>`, "https://publisher.example/");
  return new Readability(document, { disableJSONLD: true }).parse()?.content ?? "";
}
