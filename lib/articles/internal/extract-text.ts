import type { PageElement, PageNode } from "./extract-tree";

const inline = new Set(
  "a abbr acronym b bdi bdo big cite code del dfn em font i ins kbd mark nobr q rp rt ruby s samp small span strike strong sub sup time tt u var wbr img picture source".split(
    " ",
  ),
);

/** The words of a text in paragraphs parted by blank lines; figures and their captions left out. */
export function blockText(root: PageElement, figures: ReadonlySet<PageElement>): string {
  const pieces: string[] = [];
  write(root, figures, pieces);
  return pieces
    .join("")
    .split("\n")
    .map((line) => line.replace(/[\s\u00a0\u200b]+/g, " ").trim())
    .filter((line) => line !== "")
    .join("\n\n");
}

function write(node: PageNode, figures: ReadonlySet<PageElement>, pieces: string[]): void {
  if (node.type === "text") {
    pieces.push(node.data.replace(/\s+/g, " "));
    return;
  }
  if (!("children" in node)) return;
  const element = node as PageElement;
  if (figures.has(element)) return;
  if (element.name === "br") pieces.push("\n");
  const isBlock = !inline.has(element.name);
  if (isBlock) pieces.push("\n");
  for (const child of element.children) write(child, figures, pieces);
  if (isBlock) pieces.push("\n");
}
