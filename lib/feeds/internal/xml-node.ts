/** Reading helpers for the tree that xml2js builds: an element is its text, or an object of attributes, text and child lists. */

/** Every element name carries this prefix but the containers that rss-parser itself looks for. */
export const rawPrefix = "raw:";

type Dictionary = { readonly [key: string]: unknown };

const isDictionary = (value: unknown): value is Dictionary => typeof value === "object" && value !== null && !Array.isArray(value);

/** Text of an element, without that of its children; empty when there is none. */
export function textOf(node: unknown): string {
  if (typeof node === "string") return node;
  if (!isDictionary(node)) return "";
  return typeof node._ === "string" ? node._ : "";
}

/** An attribute's value, or null. */
export function attributeOf(node: unknown, name: string): string | null {
  const attributes = isDictionary(node) ? node.$ : null;
  const value = isDictionary(attributes) ? attributes[name] : null;
  return typeof value === "string" ? value : null;
}

/** Children by canonical name, in order. */
export function childrenOf(node: unknown, name: string): unknown[] {
  const list = isDictionary(node) ? node[rawPrefix + name] : null;
  return Array.isArray(list) ? list : [];
}

/** Children of several names, all of the first name before those of the next. */
export const childrenNamed = (node: unknown, ...names: string[]): unknown[] => names.flatMap((name) => childrenOf(node, name));

/** First non-empty text among the children of these names, trimmed; null where there is none. */
export function firstText(node: unknown, ...names: string[]): string | null {
  for (const child of childrenNamed(node, ...names)) {
    const text = textOf(child).trim();
    if (text !== "") return text;
  }
  return null;
}

/** Every non-empty text of the children of these names, trimmed. */
export const allTexts = (node: unknown, ...names: string[]): string[] =>
  childrenNamed(node, ...names)
    .map((child) => textOf(child).trim())
    .filter((text) => text !== "");
