import { DomHandler, Parser } from "htmlparser2";
import type { PageTree } from "./extract-tree";

/** No page nests this deep, and readers of trees take time that grows with the square of the depth and more. */
const depthMax = 200;

/** What comes after so many elements is not read: the largest article pages known to us have some 6,000 in all. */
const elementsMax = 10_000;

/**
 * Reads a page into a tree that is harmless to whoever walks it: elements that nest deeper than any page does are left
 * out and their words kept, and reading ends with more elements than a page has. Never throws; honest pages are read
 * whole.
 */
export function readPage(html: string): PageTree {
  const handler = new BoundedHandler();
  handler.reader = new Parser(handler);
  handler.reader.end(html);
  return handler.root;
}

class BoundedHandler extends DomHandler {
  reader: Parser | null = null;
  private depth = 0;
  private elements = 0;

  override onopentag(name: string, attribs: Record<string, string>): void {
    this.depth += 1;
    this.elements += 1;
    if (this.depth <= depthMax) super.onopentag(name, attribs);
    if (this.elements >= elementsMax) this.reader?.pause();
  }

  override onclosetag(): void {
    if (this.depth <= depthMax) super.onclosetag();
    this.depth -= 1;
  }
}
