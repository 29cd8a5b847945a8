import { repairAttributes, repairCharacterData, unwrapCdata, wrapCdata } from "./xml-text";

export type RepairedXml = {
  xml: string;
  /** Name of the root element, or null where there is none. */
  root: string | null;
  /** Namespace prefix → namespace, as first declared anywhere in the document. */
  namespaces: Map<string, string>;
  /** Whether RSS came without the channel it must have; it was given one. */
  lacksChannel: boolean;
  warnings: string[];
};

/**
 * Rewrites a feed's source so that a strict XML reader takes it, and so that markup inside text elements
 * (Atom's xhtml, HTML that nobody escaped) arrives as it was written instead of as a tree without order.
 *
 * Dropped: what stands before and after the root, comments, processing instructions, the document type with all
 * its entity definitions (never expanded). Mended: entities, bare "&" and "<", attributes, wrong, missing and
 * surplus closing tags, a cut end. Runs in one pass, in time linear in the source; never throws.
 */
export function repairXml(source: string): RepairedXml {
  const scanner = new XmlScanner(source);
  scanner.run();
  const lacksChannel = scanner.addMissingChannel();
  return { xml: scanner.out.join(""), root: scanner.root, namespaces: scanner.namespaces, lacksChannel, warnings: [...scanner.warnings] };
}

/** Deeper elements are dropped; no feed format nests more than ten. */
const depthMax = 100;

/** Longest tag, in characters: below the XML reader's buffer limit. */
const tagCharsMax = 32_768;

/** Elements that hold text or markup and no elements of the feed format, by local name. */
const textElements = new Set([
  "title",
  "description",
  "summary",
  "subtitle",
  "tagline",
  "content",
  "encoded",
  "body",
  "rights",
  "copyright",
  "info",
  "abstract",
  "fulltext",
]);

class XmlScanner {
  readonly out: string[] = [];
  readonly namespaces = new Map<string, string>();
  readonly warnings = new Set<string>();
  root: string | null = null;
  private readonly open: string[] = [];
  private at = 0;
  private readonly nextIndexes = new Map<string, number>();
  private hasChannel = false;
  private isRootClosed = false;
  private hasCommentEnd = true;

  constructor(private readonly source: string) {}

  run(): void {
    while (this.at < this.source.length && !this.isRootClosed) {
      const lt = this.source.indexOf("<", this.at);
      this.text(this.source.slice(this.at, lt < 0 ? undefined : lt));
      if (lt < 0) break;
      this.at = lt;
      this.markup();
    }
    if (this.open.length > 0) this.warnings.add("the document ends before it is complete");
    while (this.open.length > 0) this.closeTop();
  }

  /** Entries that stand outside any channel get one; its absence is the commonest fault of hand-made RSS. */
  addMissingChannel(): boolean {
    const kind = this.root?.slice(this.root.indexOf(":") + 1).toLowerCase();
    if (this.hasChannel || (kind !== "rss" && kind !== "rdf")) return false;
    this.warnings.add("the feed has no channel");
    if (kind === "rss") this.out.splice(-1, 0, "</channel>");
    this.out.splice(1, 0, kind === "rss" ? "<channel>" : "<channel></channel>");
    return true;
  }

  private markup(): void {
    const next = this.source[this.at + 1] ?? "";
    if (next === "!") this.declaration();
    else if (next === "?") this.skipTo("?>");
    else if (next === "/") this.closingTag();
    else if (/[\p{L}_]/u.test(next)) this.openingTag();
    else this.literal();
  }

  private declaration(): void {
    if (this.source.startsWith("<![CDATA[", this.at)) this.cdata();
    else if (this.source.startsWith("<!--", this.at)) this.comment();
    else this.documentType();
  }

  private cdata(): void {
    const end = this.source.indexOf("]]>", this.at + 9);
    const stop = end < 0 ? this.source.length : end;
    if (this.open.length > 0) this.out.push(wrapCdata(this.source.slice(this.at + 9, stop)));
    this.at = stop + 3;
  }

  private comment(): void {
    const end = this.hasCommentEnd ? this.source.indexOf("-->", this.at + 4) : -1;
    this.hasCommentEnd = end >= 0;
    if (end < 0) this.literal();
    else this.at = end + 3;
  }

  private documentType(): void {
    const subset = /^<!DOCTYPE[^>[]{0,1000}\[/i.test(this.source.slice(this.at, this.at + 1_024));
    if (subset) this.warnings.add("a document type with its own definitions was ignored");
    this.skipTo(subset ? "]>" : ">");
    // "] >" is allowed too; then what follows the subset is text before the root, which is dropped anyway.
  }

  private closingTag(): void {
    const end = this.source.indexOf(">", this.at);
    const name = this.source.slice(this.at + 2, end < 0 ? undefined : end).trim();
    this.at = end < 0 ? this.source.length : end + 1;
    if (!this.open.includes(name)) {
      if (this.open.length > 0) this.warnings.add("a closing tag without its opening tag was ignored");
      return;
    }
    while (this.open.at(-1) !== name) {
      this.warnings.add("a missing closing tag was added");
      this.closeTop();
    }
    this.closeTop();
  }

  private closeTop(): void {
    this.out.push(`</${this.open.pop()}>`);
    this.isRootClosed = this.open.length === 0;
  }

  private openingTag(): void {
    const end = tagEnd(this.source, this.at);
    if (end < 0) this.literal();
    else this.enter(end);
  }

  private enter(end: number): void {
    const inner = this.source.slice(this.at + 1, end);
    const isSelfClosing = inner.endsWith("/");
    const name = inner.match(/^[^\s/"'=<&]+/)?.[0] ?? "";
    const attributes = inner.slice(name.length, isSelfClosing ? -1 : undefined);
    this.at = end + 1;
    if (this.open.length >= depthMax) return;
    if (attributes.includes("xmlns")) this.noteNamespaces(attributes);
    this.closeUnclosedText();
    this.root ??= name;
    this.hasChannel ||= /(?:^|:)channel$/i.test(name);
    this.out.push(`<${name}${repairAttributes(attributes)}>`);
    this.open.push(name);
    if (isSelfClosing) this.closeTop();
    else if (this.isTextElement(name)) this.wrapMarkup(name);
  }

  /** A text element that another element follows was never closed. */
  private closeUnclosedText(): void {
    if (!this.isTextElement(this.open.at(-1) ?? "")) return;
    this.warnings.add("a missing closing tag was added");
    this.closeTop();
  }

  /** Where a text element holds tags of its own, its whole source becomes text; where it was never closed, it does not. */
  private wrapMarkup(name: string): void {
    const lt = this.source.indexOf("<", this.at);
    if (lt < 0 || this.source.startsWith(`</`, lt) || this.source.startsWith("<!", lt)) return;
    const stop = this.nextIndex(`</${name}`, lt);
    const boundary = Math.min(
      this.nextIndex("<item", lt),
      this.nextIndex("</item", lt),
      this.nextIndex("<entry", lt),
      this.nextIndex("</entry", lt),
    );
    if (boundary < stop) return;
    this.out.push(wrapCdata(unwrapCdata(this.source.slice(this.at, stop))));
    this.at = stop;
  }

  /** Index of the next occurrence, or the length of the source; each is looked for once, so that all searches together stay linear. */
  private nextIndex(mark: string, from: number): number {
    const known = this.nextIndexes.get(mark);
    if (known !== undefined && known >= from) return known;
    const found = this.source.indexOf(mark, from);
    const index = found < 0 ? this.source.length : found;
    this.nextIndexes.set(mark, index);
    return index;
  }

  private isTextElement(name: string): boolean {
    const colon = name.indexOf(":");
    const local = name.slice(colon + 1).toLowerCase();
    if (local !== "content" || colon < 0) return textElements.has(local);
    // media:content and its like hold elements.
    return /\batom\b/i.test(this.namespaces.get(name.slice(0, colon)) ?? name.slice(0, colon));
  }

  private noteNamespaces(attributes: string): void {
    for (const [, prefix, , uri] of attributes.matchAll(/\sxmlns(?::([\w.-]+))?\s*=\s*(["'])([^"']*)\2/g)) {
      if (prefix && uri && !this.namespaces.has(prefix)) this.namespaces.set(prefix, uri.trim());
    }
  }

  private text(text: string): void {
    if (text !== "" && this.open.length > 0) this.out.push(repairCharacterData(text));
  }

  /** A "<" that opens nothing is text. */
  private literal(): void {
    if (this.open.length > 0) this.out.push("&lt;");
    this.at += 1;
  }

  private skipTo(mark: string): void {
    const end = this.source.indexOf(mark, this.at);
    this.at = end < 0 ? this.source.length : end + mark.length;
  }
}

/** Index of the ">" that ends a tag, minding quotes; -1 where another "<" comes first or the tag has no end in reach. */
function tagEnd(source: string, from: number): number {
  const mark = /["'<>]/g;
  for (let at = from + 1; at < from + tagCharsMax; ) {
    mark.lastIndex = at;
    const found = mark.exec(source);
    if (!found || found[0] === "<") return -1;
    if (found[0] === ">") return found.index;
    const closing = source.indexOf(found[0], found.index + 1);
    if (closing < 0) return -1;
    at = closing + 1;
  }
  return -1;
}
