import type { SafeHtml } from "@/lib/core/safe-html";
import { hasOnlySingleSpaces } from "@/lib/core/text";

/** Elements whose words are no part of the running text. */
const asides = new Set(["figure", "figcaption", "table", "pre"]);
const blocks = new Set(
  "p div h1 h2 h3 h4 h5 h6 ul ol li blockquote section article header footer aside hr dl dt dd figure figcaption table pre".split(" "),
);
const entities: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: " " };
const gap = "\n\n";

/**
 * The running text of sanitised HTML as plain paragraphs, without captions, tables and code.
 *
 * @param html balanced and entity-escaped, as `sanitise-html` writes it
 */
export function htmlParagraphs(html: SafeHtml): string[] {
  return withoutTags(html)
    .split(gap)
    .map((paragraph) => oneLine(decodeEntities(paragraph)))
    .filter((paragraph) => paragraph !== "");
}

/** One walk from tag to tag: on long texts two thirds of what replacing by patterns costs. */
function withoutTags(html: string): string {
  let text = "";
  let at = 0;
  for (let open = html.indexOf("<"); open >= 0; open = html.indexOf("<", at)) {
    const close = html.indexOf(">", open);
    if (close < 0) break;
    text += html.slice(at, open);
    const name = nameAt(html, open);
    at = close + 1;
    if (name === "br") [text, at] = [text + breakAt(html, at), afterBreaks(html, at)];
    else if (blocks.has(name)) text += gap;
    if (asides.has(name) && html[open + 1] !== "/") at = afterElement(html, at, name);
  }
  return text + html.slice(at);
}

/** The name of the tag that begins here, of an end tag as well, as it is written. */
function nameAt(html: string, open: number): string {
  const from = html.charCodeAt(open + 1) === slash ? open + 2 : open + 1;
  let until = from;
  while (isNamePart(html.charCodeAt(until))) until += 1;
  return html.slice(from, until);
}

const slash = 0x2f;
/** The sanitiser writes names in lower case. */
const isNamePart = (code: number): boolean => (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39);

/** Where an element without another of its name in it ends; where its tag ends if it is never closed. */
function afterElement(html: string, from: number, name: string): number {
  const end = html.indexOf(`</${name}>`, from);
  return end < 0 ? from : end + name.length + 3;
}

/** One break parts lines, several part paragraphs. */
const breakAt = (html: string, at: number): string => (afterBreaks(html, at) === at ? " " : gap);

/** Where further breaks with nothing but white space between them end; `at` where none follows. */
function afterBreaks(html: string, at: number): number {
  furtherBreaks.lastIndex = at;
  return furtherBreaks.test(html) ? furtherBreaks.lastIndex : at;
}

const furtherBreaks = /\s*(?:<br\b[^>]*>\s*)+/y;

/** Within its ends hardly a paragraph has white space but single spaces; what has none is not written anew. */
function oneLine(text: string): string {
  const trimmed = text.trim();
  return hasOnlySingleSpaces(trimmed) ? trimmed : trimmed.replace(/\s+/g, " ");
}

function decodeEntities(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]+));/gi, (whole, decimal, hex, name) => {
    if (name) return entities[name.toLowerCase()] ?? whole;
    const codePoint = decimal ? Number.parseInt(decimal, 10) : Number.parseInt(hex, 16);
    return codePoint <= 0x10ffff ? String.fromCodePoint(codePoint) : whole;
  });
}
