import { decodeCharacterData, unwrapCdata } from "./xml-text";

/** What the scanner reports, in document order; every `open` has its `close`. */
export type XmlEvents = {
  /**
   * @param attributes their source, as written
   * @returns whether the element holds text or markup and no elements of the feed format
   */
  open(name: string, attributes: string): boolean;
  /** Character data of the innermost open element, decoded; markup inside a text element arrives as its source. */
  text(text: string): void;
  close(): void;
  /** Whether what follows is of no interest: the scan ends there. */
  readonly isDone: boolean;
};

/** Deeper elements are dropped; no feed format nests more than ten. */
const depthMax = 100;

/** Longest tag, in characters; longer ones are text. */
const tagCharsMax = 32_768;

/**
 * Reads XML as feeds are really written, in one pass and in time linear in the source; never throws.
 *
 * Markup inside text elements (Atom's xhtml, HTML that nobody escaped) is reported as it was written instead of as a
 * tree without order. Dropped: what stands before and after the root, comments, processing instructions, the document
 * type with all its entity definitions (never expanded). Mended: entities, bare "&" and "<", attributes, wrong, missing
 * and surplus closing tags, a cut end.
 *
 * @returns `warnings`: what had to be mended, in words; `end`: index in the source up to which it was read
 */
export function scanXml(source: string, events: XmlEvents): { warnings: string[]; end: number } {
  const scanner = new XmlScanner(source, events);
  const end = scanner.run();
  return { warnings: [...scanner.warnings], end };
}

class XmlScanner {
  readonly warnings = new Set<string>();
  private readonly open: string[] = [];
  /** Whether the innermost open element is a text element. */
  private isInText = false;
  private at = 0;
  private readonly nextIndexes = new Map<string, number>();
  private isRootClosed = false;
  private hasCommentEnd = true;

  constructor(
    private readonly source: string,
    private readonly events: XmlEvents,
  ) {}

  run(): number {
    const { source, events } = this;
    while (this.at < source.length && !this.isRootClosed && !events.isDone) {
      const lt = source.indexOf("<", this.at);
      const end = lt < 0 ? source.length : lt;
      if (end > this.at && this.open.length > 0) this.events.text(decodeCharacterData(source.slice(this.at, end)));
      this.at = end;
      if (lt >= 0) this.markup();
    }
    if (this.open.length > 0 && !events.isDone) this.warnings.add("the document ends before it is complete");
    while (this.open.length > 0) this.closeTop();
    return this.at;
  }

  private markup(): void {
    const next = this.source.charCodeAt(this.at + 1);
    if (next === slash) this.closingTag();
    else if (next === bang) this.declaration();
    else if (next === question) this.skipTo("?>");
    else if (isNameStart(next)) this.openingTag();
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
    if (this.open.length > 0) this.events.text(this.source.slice(this.at + 9, stop));
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
    const stop = end < 0 ? this.source.length : end;
    const name = this.source.slice(this.at + 2, stop).trim();
    this.at = stop + 1;
    if (this.open.at(-1) !== name) this.closeMissing(name);
    if (this.open.at(-1) === name) this.closeTop();
  }

  private closeMissing(name: string): void {
    if (this.open.includes(name)) {
      this.warnings.add("a missing closing tag was added");
      while (this.open.at(-1) !== name) this.closeTop();
    } else if (this.open.length > 0) {
      this.warnings.add("a closing tag without its opening tag was ignored");
    }
  }

  private closeTop(): void {
    this.open.pop();
    this.events.close();
    this.isInText = false;
    this.isRootClosed = this.open.length === 0;
  }

  private openingTag(): void {
    const end = tagEnd(this.source, this.at);
    if (end < 0) this.literal();
    else this.enter(end);
  }

  private enter(end: number): void {
    const { source } = this;
    const isSelfClosing = source.charCodeAt(end - 1) === slash;
    const nameStop = nameEnd(source, this.at + 1, end);
    const name = source.slice(this.at + 1, nameStop);
    const attributes = source.slice(nameStop, isSelfClosing ? end - 1 : end);
    this.at = end + 1;
    if (this.open.length >= depthMax) return;
    if (this.isInText) this.closeUnclosedText();
    this.isInText = this.events.open(name, attributes);
    this.open.push(name);
    if (isSelfClosing) this.closeTop();
    else if (this.isInText) this.takeMarkup(name);
  }

  /** A text element that another element follows was never closed. */
  private closeUnclosedText(): void {
    this.warnings.add("a missing closing tag was added");
    this.closeTop();
  }

  /** Where a text element holds tags of its own, its whole source is its text; where it was never closed, it is not. */
  private takeMarkup(name: string): void {
    const lt = this.source.indexOf("<", this.at);
    const next = this.source.charCodeAt(lt + 1);
    if (lt < 0 || next === slash || next === bang) return;
    const stop = this.nextIndex(`</${name}`, lt);
    if (boundaries.some((mark) => this.nextIndex(mark, lt) < stop)) return;
    this.events.text(unwrapCdata(this.source.slice(this.at, stop)));
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

  /** A "<" that opens nothing is text. */
  private literal(): void {
    if (this.open.length > 0) this.events.text("<");
    this.at += 1;
  }

  private skipTo(mark: string): void {
    const end = this.source.indexOf(mark, this.at);
    this.at = end < 0 ? this.source.length : end + mark.length;
  }
}

/** No text element reaches across the border of an entry. */
const boundaries = ["<item", "</item", "<entry", "</entry"];

const [bang, doubleQuote, singleQuote, slash, lessThan, greaterThan, question] = [0x21, 0x22, 0x27, 0x2f, 0x3c, 0x3e, 0x3f];

const isNameStart = (code: number): boolean =>
  (code >= 0x61 && code <= 0x7a) ||
  (code >= 0x41 && code <= 0x5a) ||
  code === 0x5f ||
  (code > 0x7f && /\p{L}/u.test(String.fromCharCode(code)));

/** Where the name of an opening tag ends. */
function nameEnd(source: string, from: number, end: number): number {
  for (let at = from; at < end; at += 1) {
    const code = source.charCodeAt(at);
    if (code <= 0x3e && (code <= 0x20 || nameStops.has(code))) return at;
  }
  return end;
}

const nameStops = new Set([...`/"'=<&`].map((char) => char.charCodeAt(0)));

/** Index of the ">" that ends a tag, minding quotes; -1 where another "<" comes first or the tag has no end in reach. */
function tagEnd(source: string, from: number): number {
  const limit = Math.min(source.length, from + tagCharsMax);
  for (let at = from + 1; at < limit; at += 1) {
    const code = source.charCodeAt(at);
    if (code > greaterThan) continue;
    if (code === greaterThan) return at;
    if (code === lessThan) return -1;
    if (code === doubleQuote) at = closingQuote(source, '"', at);
    else if (code === singleQuote) at = closingQuote(source, "'", at);
  }
  return -1;
}

/** Index of the next such quote, or one that ends every search. */
function closingQuote(source: string, quote: string, from: number): number {
  const found = source.indexOf(quote, from + 1);
  return found < 0 ? source.length : found;
}
