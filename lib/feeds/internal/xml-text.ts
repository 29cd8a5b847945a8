import { decodeHTML } from "entities";
import { escapeMarkup } from "@/lib/core/text";

/**
 * Makes character data or an attribute value well-formed: HTML's entities become their characters, a bare
 * ampersand and an unknown entity become text. Nothing is ever expanded from a document's own definitions.
 */
export function repairCharacterData(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(/&(?:(#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z][A-Za-z\d]{1,31});)?/g, (whole: string, body?: string) => {
    if (!body) return "&amp;";
    if (xmlEntities.has(body)) return whole;
    const decoded = decodeHTML(whole);
    return decoded === whole ? `&amp;${body};` : escapeMarkup(decoded);
  });
}

const xmlEntities = new Set(["amp", "lt", "gt", "quot", "apos"]);

/** Puts a piece of source into CDATA, so that a reader hands it on as it stands. */
export function wrapCdata(source: string): string {
  return `<![CDATA[${source.replaceAll("]]>", "]]]]><![CDATA[>")}]]>`;
}

/** Markup source in which CDATA sections have become escaped text. */
export function unwrapCdata(source: string): string {
  if (!source.includes("<![CDATA[")) return source;
  return source.replace(/<!\[CDATA\[([\s\S]*?)(?:\]\]>|$)/g, (_whole, inner: string) => escapeMarkup(inner));
}

/** An attribute list with every value quoted and well-formed and no name twice. */
export function repairAttributes(source: string): string {
  if (soundAttributes.test(source)) return source.trimEnd();
  const seen = new Map<string, string>();
  for (const [, name, rawValue] of source.matchAll(/([^\s=/"'<>]+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"'>]+))?/g)) {
    if (!name || seen.has(name) || !/^[\p{L}_]/u.test(name)) continue;
    const value = (rawValue ?? "").replace(/^(["'])([\s\S]*)\1$/, "$2");
    seen.set(name, repairCharacterData(value).replaceAll("<", "&lt;").replaceAll('"', "&quot;"));
  }
  return [...seen].map(([name, value]) => ` ${name}="${value}"`).join("");
}

// One attribute ends where the next begins, so this cannot backtrack far; duplicates are harmless to the reader.
const soundAttributes = /^(?:\s+[A-Za-z_][\w:.-]*=(?:"[^"<&]*"|'[^'<&]*'))*\s*$/;
