import { err, ok, type Result } from "@/lib/core/result";
import { collapseSpace } from "@/lib/core/text";
import { absoluteHref } from "@/lib/core/url";
import { scanXml, type XmlEvents } from "./internal/scan-xml";
import { readAttributes } from "./internal/xml-text";
import type { ListedFeed } from "./look-types";

const charsMax = 2_097_152;
const feedsMax = 500;

/**
 * Reads the feeds out of an OPML document, in its order, each address once, out of folders of any kind; broken XML is
 * mended as a feed's is.
 *
 * @param text up to 2 MiB; a document's own entities are never expanded
 * @returns the feeds, at most 500, and how many outlines were neither folder nor feed; for anything else why not, in words
 * Source: OPML 2.0, subscription lists; OPML 1.0 writes the same attributes in other cases
 */
export function readOpml(text: string): Result<{ feeds: ListedFeed[]; skipped: number }, string> {
  if (text.trim() === "") return err("There is nothing in it: choose a file, or paste its text.");
  if (text.length > charsMax) return err("It is larger than 2 MB.");
  const reader = new OpmlReader();
  scanXml(text, reader);
  if (reader.root === null) return err("It is no OPML: there is no markup in it.");
  if (reader.root !== "opml") return err(`It is no OPML: its root element is <${reader.root.slice(0, 60)}>.`);
  if (reader.found.size === 0) return err("It names no feed: none of its outlines has an address in xmlUrl.");
  const feeds = [...reader.found.values()];
  return ok({ feeds: feeds.slice(0, feedsMax), skipped: reader.skipped + Math.max(0, feeds.length - feedsMax) });
}

class OpmlReader implements XmlEvents {
  root: string | null = null;
  readonly found = new Map<string, ListedFeed>();
  /** Outlines that name an address of a feed that is none. */
  skipped = 0;
  readonly isDone = false;

  open(name: string, source: string): boolean {
    const local = name.toLowerCase();
    this.root ??= local;
    if (local === "outline") this.take(lowerCased(readAttributes(source)));
    return false;
  }

  text(): void {
    // An outline says everything in its attributes.
  }

  close(): void {
    // Folders lend their feeds nothing.
  }

  private take(attributes: ReadonlyMap<string, string>): void {
    const stated = attributes.get("xmlurl");
    if (stated === undefined) return;
    const url = absoluteHref(stated);
    if (!url) this.skipped += 1;
    else if (!this.found.has(url))
      this.found.set(url, { url, title: titleOf(attributes, url), homeUrl: absoluteHref(attributes.get("htmlurl")) });
  }
}

const lowerCased = (attributes: ReadonlyMap<string, string>): Map<string, string> =>
  new Map([...attributes].map(([name, value]) => [name.toLowerCase(), value]));

const titleOf = (attributes: ReadonlyMap<string, string>, url: string): string =>
  collapseSpace(attributes.get("title") || attributes.get("text") || new URL(url).hostname).slice(0, 120);
