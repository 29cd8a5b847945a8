import { decodeHTML } from "entities";
import { stripControls } from "@/lib/core/text";
import { attr, findAll, type PageTree } from "./extract-tree";

/** One thing of schema.org as a page states it; nothing in it is checked yet. */
export type Thing = Readonly<Record<string, unknown>>;

/** No page needs more, and each costs time. */
const scriptsMax = 30;
const thingsMax = 400;
const scriptCharsMax = 1_048_576;

/**
 * What a page states about itself in JSON-LD, flattened: every object with a type, outermost first. Broken scripts
 * are mended where line breaks and comments broke them, else left out.
 *
 * Source: schema.org; JSON-LD 1.1
 */
export function readJsonLd(tree: PageTree): Thing[] {
  const things: Thing[] = [];
  const scripts = findAll(tree, (element) => element.name === "script" && /ld\+json/i.test(attr(element, "type"))).slice(0, scriptsMax);
  for (const script of scripts) {
    const source = script.children.map((child) => (child.type === "text" ? child.data : "")).join("");
    if (source.length <= scriptCharsMax) collect(parseLoosely(source), things, 0);
  }
  return things;
}

function parseLoosely(source: string): unknown {
  const plain = stripControls(source)
    .trim()
    .replace(/^\s*(?:<!--|\/\/\s*<!\[CDATA\[|<!\[CDATA\[)|(?:-->|\/\/\s*\]\]>|\]\]>)\s*;?\s*$/g, "");
  for (const attempt of [
    plain,
    plain.replace(/[\r\n\t]+/g, " "),
    plain
      .replace(/[\r\n\t]+/g, " ")
      .replace(/,\s*([}\]])/g, "$1")
      .replace(/;\s*$/, ""),
  ]) {
    try {
      return JSON.parse(attempt);
    } catch {
      // The next, more forgiving reading is tried; a script that none can read says nothing.
    }
  }
  return null;
}

function collect(value: unknown, things: Thing[], depth: number): void {
  if (depth > 12 || things.length >= thingsMax) return;
  if (Array.isArray(value)) for (const each of value) collect(each, things, depth + 1);
  if (!isThing(value)) return;
  if ("@type" in value) things.push(value);
  for (const [key, each] of Object.entries(value)) if (!key.startsWith("@") || key === "@graph") collect(each, things, depth + 1);
}

/** Whether a value of JSON is an object. */
export const isThing = (value: unknown): value is Thing => typeof value === "object" && value !== null && !Array.isArray(value);

/** The values of a property as a list, whether it stands there once, many times or not at all. */
export const valuesOf = (thing: Thing, key: string): unknown[] => {
  const value = thing[key];
  return value === undefined || value === null ? [] : Array.isArray(value) ? value : [value];
};

/** The first text of a property, entities read; empty where it has none. */
export function textValue(thing: Thing, key: string): string {
  const value = valuesOf(thing, key).find((each) => typeof each === "string" && each.trim() !== "");
  return typeof value === "string" ? decodeHTML(value).trim() : "";
}

/** Whether a thing is of one of these types. */
export const hasType = (thing: Thing, types: RegExp): boolean =>
  valuesOf(thing, "@type").some((type) => typeof type === "string" && types.test(type));
