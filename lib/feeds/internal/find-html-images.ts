import { Parser } from "htmlparser2";
import { collapseSpace, escapeMarkup } from "@/lib/core/text";
import { boundNesting } from "./bound-nesting";
import { isCaptionClass, isCreditClass } from "./html-classes";
import { imageSource } from "./image-source";
import type { RawImage } from "./raw-feed";

/** An article has no more pictures that matter. */
const imagesMax = 40;

/**
 * Pictures inside a piece of HTML, in order, with the caption and the credit of the figure they stand in.
 *
 * @param base what relative addresses are resolved against
 */
export function findHtmlImages(html: string, base: string | null): RawImage[] {
  if (!/<img\b/i.test(html)) return [];
  const finder = new ImageFinder(base);
  const parser = new Parser({
    onopentag: (name, attributes) => finder.open(name, attributes),
    ontext: (text) => finder.text(escapeMarkup(text)),
    onclosetag: (name) => finder.close(name),
  });
  parser.end(boundNesting(html));
  return finder.images;
}

type Part = "caption" | "credit";

/** Follows the events of an HTML parser and notes the pictures it meets. */
export class ImageFinder {
  readonly images: RawImage[] = [];
  /** Index of the first picture of the figure that is open, or null outside of one. */
  private figureStart: number | null = null;
  private readonly texts: Record<Part, string> = { caption: "", credit: "" };
  /** The parts being read, innermost last, each with the depth of its element. */
  private readonly parts: { part: Part; depth: number }[] = [];
  private depth = 0;
  private figureDepth = 0;

  constructor(private readonly base: string | null) {}

  open(name: string, attributes: Record<string, string>): void {
    this.depth += 1;
    const classes = attributes.class ?? "";
    if (this.figureStart === null && (name === "figure" || /\bwp-caption\b/.test(classes))) this.startFigure();
    if (name === "img") this.add(attributes);
    if (this.figureStart === null) return;
    if (isCreditClass(classes)) this.parts.push({ part: "credit", depth: this.depth });
    else if (name === "figcaption" || isCaptionClass(classes)) this.parts.push({ part: "caption", depth: this.depth });
  }

  /** @param text as HTML source: entities unread */
  text(text: string): void {
    const current = this.parts.at(-1);
    if (current) this.texts[current.part] += text;
  }

  close(name: string): void {
    if (this.parts.at(-1)?.depth === this.depth) this.parts.pop();
    if (this.figureStart !== null && this.depth === this.figureDepth) this.endFigure();
    if (this.parts.length > 0 && (name === "p" || name === "div" || name === "br")) this.text(" ");
    this.depth -= 1;
  }

  private startFigure(): void {
    this.figureStart = this.images.length;
    this.figureDepth = this.depth;
    this.texts.caption = "";
    this.texts.credit = "";
  }

  private endFigure(): void {
    for (const image of this.images.slice(this.figureStart ?? 0)) {
      image.description = collapseSpace(this.texts.caption);
      image.credit = collapseSpace(this.texts.credit);
    }
    this.figureStart = null;
    this.parts.length = 0;
  }

  private add(attributes: Record<string, string>): void {
    const url = imageSource(attributes, this.base);
    if (!url || this.images.length >= imagesMax) return;
    const side = (text: string | undefined) => Number.parseInt(text ?? "", 10) || null;
    this.images.push({
      url,
      width: side(attributes.width),
      height: side(attributes.height),
      title: "",
      description: "",
      credit: "",
      alt: collapseSpace(attributes.alt ?? ""),
      group: null,
    });
  }
}
