import { decodeHTML } from "entities";
import { escapeMarkup } from "@/lib/core/text";

/**
 * Character data or an attribute value with its entities read once: XML's own and HTML's. A bare ampersand and an
 * unknown entity stay text. Nothing is ever expanded from a document's own definitions.
 */
export function decodeCharacterData(text: string): string {
  return text.includes("&") ? text.replace(entity, decodeEntity) : text;
}

const entity = /&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z][A-Za-z\d]{1,31});/g;

const xmlEntities = new Map([
  ["&lt;", "<"],
  ["&gt;", ">"],
  ["&amp;", "&"],
  ["&quot;", '"'],
  ["&apos;", "'"],
]);

const decodeEntity = (whole: string): string => xmlEntities.get(whole) ?? decodeHTML(whole);

/** Markup source in which CDATA sections have become escaped text. */
export function unwrapCdata(source: string): string {
  if (!source.includes("<![CDATA[")) return source;
  return source.replace(/<!\[CDATA\[([\s\S]*?)(?:\]\]>|$)/g, (_whole, inner: string) => escapeMarkup(inner));
}

/** Reads the source of an attribute list, quoted or not; of a name that stands twice the first counts. */
export function readAttributes(source: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const [, name, quoted, single, bare] of source.matchAll(attribute)) {
    if (name && !found.has(name)) found.set(name, decodeCharacterData(quoted ?? single ?? bare ?? ""));
  }
  return found;
}

const attribute = /([\p{L}_][^\s=/"'<>]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/gu;
