import { decodeHTML } from "entities";
import { Parser } from "htmlparser2";
import { collapseSpace } from "@/lib/core/text";
import { boundNesting } from "./internal/bound-nesting";
import type { RawText } from "./internal/raw-feed";

/**
 * The words of a piece of HTML: one line, entities read, nothing of scripts, styles, forms and frames.
 * Never throws; time is linear in the source.
 *
 * @param charsEnough reading may stop once there are so many characters; without it all are read
 */
export function plainText(html: string, charsEnough = Number.POSITIVE_INFINITY): string {
  if (!/[<&]/.test(html)) return collapseSpace(html);
  const pieces: string[] = [];
  let silentDepth = 0;
  let chars = 0;
  const source = boundNesting(html);
  const handlers = {
    onopentagname(name: string) {
      if (silent.has(name)) silentDepth += 1;
      else if (!inline.has(name)) pieces.push(" ");
    },
    ontext(text: string) {
      if (silentDepth > 0) return;
      pieces.push(text);
      chars += text.length;
    },
    onclosetag(name: string) {
      if (silent.has(name)) silentDepth = Math.max(0, silentDepth - 1);
      else if (!inline.has(name)) pieces.push(" ");
    },
  };
  // With nothing to decode the parser goes from tag to tag, not from character to character.
  const parser = new Parser(handlers, { decodeEntities: source.includes("&") });
  for (let at = 0; at < source.length && chars < charsEnough; at += stepChars) parser.write(source.slice(at, at + stepChars));
  parser.end();
  return collapseSpace(pieces.join(""));
}

/** How much is read at a time, between looks at whether it is enough. */
const stepChars = 4_096;

const silent = new Set([
  "script",
  "style",
  "textarea",
  "option",
  "noscript",
  "template",
  "xmp",
  "iframe",
  "noembed",
  "noframes",
  "object",
  "svg",
  "math",
  "select",
]);
const inline = new Set([
  "a",
  "abbr",
  "acronym",
  "b",
  "bdi",
  "bdo",
  "big",
  "cite",
  "code",
  "del",
  "dfn",
  "em",
  "font",
  "i",
  "ins",
  "kbd",
  "mark",
  "nobr",
  "q",
  "rp",
  "rt",
  "ruby",
  "s",
  "samp",
  "small",
  "span",
  "strike",
  "strong",
  "sub",
  "sup",
  "time",
  "tt",
  "u",
  "var",
  "wbr",
]);

/**
 * A headline or name as plain text, from any way of writing it: markup goes, entities are read, also those that
 * were escaped twice. A "<" that opens no HTML element is text.
 */
export function plainTitle(raw: RawText | null): string {
  if (!raw) return "";
  if (raw.type === "text") return collapseSpace(/&#?\w+;/.test(raw.value) ? decodeHTML(raw.value) : raw.value);
  const text = plainText(raw.value.includes("<") ? raw.value.replace(notAnElement, "&lt;") : raw.value);
  if (!text.includes("&")) return text;
  return /&(#\d+|#x[\da-f]+|amp|quot|apos|lt|gt|nbsp|[lr][sd]quo|[nm]dash|hellip);/i.test(text) ? collapseSpace(decodeHTML(text)) : text;
}

const notAnElement =
  /<(?!\/?(?:a|abbr|acronym|b|bdi|bdo|big|br|cite|code|del|dfn|div|em|font|h[1-6]|hr|i|img|ins|kbd|li|mark|nobr|ol|p|q|s|samp|script|small|span|strike|strong|style|sub|sup|time|tt|u|ul|var|wbr)\b|!--)/gi;

/** The beginning of a text as plain text, a summary whole, without the lines that feed software adds below it. */
export function plainSummary(raw: RawText | null): string {
  if (!raw) return "";
  const text = raw.type === "html" ? plainText(raw.value, summaryChars) : plainTitle(raw);
  const signed = text.lastIndexOf("The post ");
  const own = signed >= 0 && signature.test(text.slice(signed)) ? text.slice(0, signed) : text;
  const tailAt = Math.max(0, own.length - tailChars);
  return (own.slice(0, tailAt) + own.slice(tailAt).replace(invitation, "…")).trim();
}

/** More than any summary has; of a whole article's text no more is wanted. */
const summaryChars = 4_000;

/** WordPress signs every excerpt. */
const signature = /^The post .{1,300} (?:first )?appeared (?:first )?on .{1,120}$/;

/** "[…]", "Continue reading" and their like stand in the last characters. */
const tailChars = 60;
const invitation = /\s*(?:\[(?:…|\.{3})\]|(?:…|\.{3})?\s*(?:continue reading|read more|read the full (?:story|article)))\W*$/i;
