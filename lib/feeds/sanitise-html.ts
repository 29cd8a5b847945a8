import sanitize from "sanitize-html";
import type { SafeHtml } from "@/lib/core/safe-html";
import { escapeMarkup } from "@/lib/core/text";
import { boundNesting } from "./internal/bound-nesting";
import { ImageFinder } from "./internal/find-html-images";
import { allowedAttributes, allowedTags, emptyTags, phraseTags, silentTags } from "./internal/html-lists";
import { isBare, shapeElement } from "./internal/html-shape";
import type { RawImage } from "./internal/raw-feed";
import { plainText } from "./plain-text";

/** Raised whenever the rules change, so that stored texts can be told from newer ones. */
export const sanitizerVersion = 2;

/** Markup beyond this length (1 MiB) is cut: no article is longer. */
const htmlCharsMax = 1_048_576;

/** Elements nested deeper lose their tags and keep their words. */
const nestingMax = 200;

export type SanitiseOptions = {
  /** What relative addresses are resolved against; null drops them. */
  base: string | null;
  /** Our own address of a picture; without it pictures keep the publisher's. */
  pictureHref?: (url: string) => string;
};

/**
 * Makes a publisher's HTML safe to set into our pages, and the same whatever it came as.
 *
 * What stays: text markup, lists, tables, quotations, figures, links and pictures to http(s). Nothing that runs,
 * loads, styles or names; the only class is `credit`, on a span. Pixels that count readers go, lazy pictures get
 * their real address, elements without words or pictures go. Applying it twice changes nothing more.
 * Never throws: what the sanitiser cannot handle becomes its plain words.
 *
 * Source: security notes, section 6 (a narrow list on sanitize-html)
 */
export function sanitiseHtml(html: string, options: SanitiseOptions): SafeHtml {
  return sanitiseWithImages(html, options).html;
}

/** `sanitiseHtml`, and the pictures that were in the text, found on the same way through it. */
export function sanitiseWithImages(html: string, options: SanitiseOptions): { html: SafeHtml; images: RawImage[] } {
  const source = boundNesting(html.length > htmlCharsMax ? html.slice(0, htmlCharsMax) : html);
  const finder = new ImageFinder(options.base);
  // The one place where a text earns the brand.
  try {
    return { html: passUntilStable(source, options, finder) as SafeHtml, images: finder.images };
  } catch {
    return { html: `<p>${escapeMarkup(plainText(source))}</p>` as SafeHtml, images: finder.images };
  }
}

/** More than two passes were never needed; the cap is for input made to need them. */
const passesMax = 5;

/**
 * Where an element lost its tags or its name, what stood apart may now stand together and be read otherwise; then one more
 * pass makes the result what a reader of it will see.
 */
function passUntilStable(source: string, options: SanitiseOptions, finder: ImageFinder): string {
  let html = source;
  for (let pass = 0; pass < passesMax; pass += 1) {
    const rules = new PassRules(options, pass === 0 ? finder : null);
    html = sanitize(html, { ...rules.toOptions(), parser: { decodeEntities: mayHoldEntities(html, options.base) } }).trim();
    if (!rules.hasReshaped) return html;
  }
  throw new Error("never stable");
}

/**
 * Without an ampersand, of its own or from the base's query, a text has nothing to decode; told so, the parser goes from tag
 * to tag and not from character to character, for a fifth less of the sanitiser's time.
 */
const mayHoldEntities = (html: string, base: string | null): boolean => html.includes("&") || (base?.includes("&") ?? false);

const allowed = new Set(allowedTags);
const dropsQuietly = new Set(silentTags);

/** The rules of one pass, and what it learns on the way. */
class PassRules {
  /** Whether an element lost its tags and kept its content, or got another name. */
  hasReshaped = false;
  /** How much a reader sees so far; an element that added nothing between its tags is empty. */
  private ink = 0;
  /** Texts so far that hold white space: an element that added one between its tags parts two words. */
  private spaces = 0;
  private readonly atOpening = new Map<object, { ink: number; spaces: number; name: string }>();
  private depth = 0;

  constructor(
    private readonly options: SanitiseOptions,
    private readonly finder: ImageFinder | null,
  ) {}

  toOptions(): sanitize.IOptions {
    return {
      allowedTags,
      allowedAttributes,
      allowedClasses: { span: ["credit"] },
      allowedSchemes: ["http", "https"],
      allowProtocolRelative: false,
      nonTextTags: silentTags,
      nestingLimit: nestingMax,
      transformTags: { "*": (name, attributes) => this.open(name, attributes) },
      textFilter: (text) => {
        if (/[^\s\u00a0\u200b]/.test(text)) this.ink += 1;
        else if (/[\s\u00a0]/.test(text)) this.spaces += 1;
        this.finder?.text(text);
        return text;
      },
      exclusiveFilter: (frame) => this.close(frame),
      onOpenTag: (name, attributes) => {
        this.finder?.open(name, attributes);
        this.depth += 1;
        if (this.depth > nestingMax) this.hasReshaped = true;
      },
      onCloseTag: (name) => {
        this.finder?.close(name);
        this.depth -= 1;
      },
    };
  }

  private open(name: string, attributes: Record<string, string>): sanitize.Tag {
    const tag = shapeElement(name, attributes, this.options);
    // Another name closes other elements.
    const isRenamed = tag.tagName !== name && name !== "h1";
    if (isRenamed || !(allowed.has(tag.tagName) || dropsQuietly.has(name))) this.hasReshaped = true;
    if (tag.tagName === "img" && tag.attribs.src) this.ink += 1;
    this.atOpening.set(tag.attribs, { ink: this.ink, spaces: this.spaces, name: tag.tagName });
    return tag;
  }

  private close(frame: sanitize.IFrame): boolean | "excludeTag" {
    if (frame.tag === "img") return !frame.attribs.src;
    const opening = this.atOpening.get(frame.attribs);
    const isEmpty = !emptyTags.has(frame.tag) && opening?.ink === this.ink;
    // A space in an element of its own still parts two words.
    const isSpace = isEmpty && opening.spaces !== this.spaces && phraseTags.has(opening.name);
    if (isEmpty && !isSpace) return true;
    if (!isSpace && !isBare(frame.tag, frame.attribs)) return false;
    this.hasReshaped = true;
    return "excludeTag";
  }
}
