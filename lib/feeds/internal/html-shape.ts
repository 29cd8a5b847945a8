import type sanitize from "sanitize-html";
import { canonicalLanguage } from "@/lib/core/language";
import { absoluteHref } from "@/lib/core/url";
import { isCreditClass } from "./html-classes";
import { imageSource } from "./image-source";

type Attributes = Record<string, string>;
type ShapeOptions = { base: string | null; pictureHref?: (url: string) => string };

/** Elements shown as another one. */
const renamed: Readonly<Record<string, string>> = {
  h1: "h2",
  center: "div",
  section: "div",
  article: "div",
  main: "div",
  header: "div",
  footer: "div",
  aside: "div",
  address: "div",
  details: "div",
  summary: "p",
  strike: "s",
  big: "strong",
  tt: "code",
  acronym: "abbr",
};

/** Tags that mean nothing without their attribute. */
export const isBare = (tag: string, attributes: Attributes): boolean =>
  (tag === "span" && !attributes.class && !attributes.lang && !attributes.dir) || (tag === "a" && !attributes.href);

/**
 * The element as it will stand: its name, and only those attributes that mean something to a reader, checked and
 * absolute, always in one order.
 */
export function shapeElement(name: string, attributes: Attributes, options: ShapeOptions): sanitize.Tag {
  const classes = attributes.class ?? "";
  if (name === "a") return { tagName: name, attribs: linkAttributes(attributes, options.base) };
  if (name === "img") return { tagName: name, attribs: pictureAttributes(attributes, options) };
  if (creditHolders.has(name) && isCreditClass(classes)) return { tagName: "span", attribs: { class: "credit" } };
  if (/\bwp-caption\b/.test(classes) && name === "div") return { tagName: "figure", attribs: {} };
  if (/\bwp-caption-text\b/.test(classes) && (name === "p" || name === "dd")) return { tagName: "figcaption", attribs: {} };
  return { tagName: renamed[name] ?? name, attribs: plainAttributes(name, attributes) };
}

const creditHolders = new Set(["span", "small", "cite", "em", "i", "p", "div"]);

function linkAttributes(attributes: Attributes, base: string | null): Attributes {
  const href = attributes.href?.trim().startsWith("#") ? null : absoluteHref(attributes.href, base);
  if (!href) return {};
  return { href, ...(attributes.title ? { title: attributes.title } : {}), rel: "noopener nofollow ugc external" };
}

/** Addresses that `pictureHref` gave, so that a second pass leaves them alone. */
const ownPicture = /^\/media\/[0-9a-f]{32}\/\d{2,4}$/;

function pictureAttributes(attributes: Attributes, options: ShapeOptions): Attributes {
  const isOwn = options.pictureHref !== undefined && ownPicture.test(attributes.src ?? "");
  const url = isOwn ? (attributes.src ?? null) : imageSource(attributes, options.base);
  if (!url) return {};
  const src = isOwn || !options.pictureHref ? url : options.pictureHref(url);
  return {
    src,
    alt: attributes.alt ?? "",
    ...numeric(attributes, "width"),
    ...numeric(attributes, "height"),
    loading: "lazy",
    decoding: "async",
  };
}

function plainAttributes(name: string, attributes: Attributes): Attributes {
  if (Object.keys(attributes).length === 0) return {};
  const lang = canonicalLanguage(attributes.lang ?? attributes["xml:lang"]);
  const kept: Record<string, string> = lang ? { lang } : {};
  for (const [attribute, pattern] of [...checkedAttributes.everywhere, ...(checkedAttributes[name] ?? [])]) {
    const value = attributes[attribute]?.trim();
    if (value && pattern.test(value)) kept[attribute] = value;
  }
  return kept;
}

const number = /^\d{1,5}$/;

/** Attributes kept where their value has this form, in the order they are written. */
const checkedAttributes: { [element: string]: readonly (readonly [string, RegExp])[]; everywhere: readonly (readonly [string, RegExp])[] } =
  {
    everywhere: [["dir", /^(?:ltr|rtl|auto)$/i]],
    abbr: [["title", /./]],
    time: [["datetime", /^[\d:.+TZPDHMSW -]{3,40}$/]],
    th: [
      ["scope", /^(?:row|col|rowgroup|colgroup)$/],
      ["colspan", number],
      ["rowspan", number],
    ],
    td: [
      ["colspan", number],
      ["rowspan", number],
    ],
    ol: [["start", number]],
    li: [["value", number]],
  };

function numeric(attributes: Attributes, name: string): Attributes {
  const value = attributes[name]?.trim().match(/^(\d{1,5})(?:px)?$/)?.[1];
  return value ? { [name]: value } : {};
}
