import { absoluteHref } from "@/lib/core/url";

/** One link of a Link header: an absolute http(s) address, relations and type in lower case. */
export type HeaderLink = { href: string; rels: string[]; type: string; title: string | null };

/** No honest answer carries more; a hostile one shall not make work. */
const headerCharsMax = 16_384;
const linksMax = 100;

/**
 * Reads a Link header, several of them joined by commas. A link that is about another document (`anchor`), has no
 * relation or no web address is left out.
 *
 * @param url address of the answer, against which relative links are resolved
 * Source: RFC 8288 section 3
 */
export function readLinkHeader(header: string | null | undefined, url: string): HeaderLink[] {
  const links: HeaderLink[] = [];
  const text = (header ?? "").slice(0, headerCharsMax);
  for (const [, target = "", rest = ""] of text.matchAll(/<([^<>]*)>((?:[^",<]|"(?:[^"\\]|\\.)*")*)/g)) {
    const parameters = readParameters(rest);
    const href = absoluteHref(target, url);
    const rels = (parameters.get("rel") ?? "").toLowerCase().split(/\s+/).filter(Boolean);
    if (!href || rels.length === 0 || parameters.has("anchor")) continue;
    links.push({ href, rels, type: mediaType(parameters.get("type")), title: parameters.get("title") ?? null });
    if (links.length === linksMax) break;
  }
  return links;
}

/** The first value of each parameter counts, as the standard has it for `rel`. */
function readParameters(text: string): Map<string, string> {
  const parameters = new Map<string, string>();
  for (const [, name = "", quoted, plain = ""] of text.matchAll(
    /;\s*([\w!#$%&'*+.^`|~-]+)\s*(?:=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s;,"]*)))?/g,
  )) {
    const key = name.toLowerCase();
    if (!parameters.has(key)) parameters.set(key, quoted === undefined ? plain : quoted.replace(/\\(.)/g, "$1"));
  }
  return parameters;
}

/** A media type without its parameters, in lower case; empty where there is none. */
export const mediaType = (text: string | null | undefined): string => (text ?? "").split(";")[0]?.trim().toLowerCase() ?? "";
