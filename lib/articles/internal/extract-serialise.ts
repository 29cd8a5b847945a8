import { escapeMarkup } from "@/lib/core/text";
import type { PageNode, PageTree } from "./extract-tree";

/** What JSDOMParser takes to have no end tag. */
const voidElements = new Set("area base br col command embed hr img input link meta param source wbr".split(" "));

/** Elements deeper than this lose their tags and keep their words: recursive readers of the result stay within their stack. */
const depthMax = 400;

/**
 * Writes a tree so plainly that a strict reader takes it: quoted values, escaped text, every element closed.
 * Linear in the tree.
 */
export function serialise(nodes: PageTree["children"]): string {
  const pieces: string[] = [];
  for (const node of nodes) write(node, 0, pieces);
  return pieces.join("");
}

function write(node: PageNode, depth: number, pieces: string[]): void {
  if (node.type === "text") pieces.push(escapeMarkup(node.data));
  if (!("children" in node)) return;
  const isWritable = "attribs" in node && depth < depthMax && /^[a-z][a-z\d-]*$/.test(node.name);
  if (isWritable) pieces.push(`<${node.name}${attributes(node.attribs)}${voidElements.has(node.name) ? "/>" : ">"}`);
  if (isWritable && voidElements.has(node.name)) return;
  for (const child of node.children) write(child, depth + 1, pieces);
  if (isWritable) pieces.push(`</${node.name}>`);
}

function attributes(attribs: Record<string, string>): string {
  let written = "";
  for (const [name, value] of Object.entries(attribs)) {
    if (/^[a-z][\w:-]*$/.test(name) && !name.startsWith("on")) written += ` ${name}="${escapeMarkup(value)}"`;
  }
  return written;
}
