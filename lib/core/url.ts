/** Longest address we store or fetch, in characters; browsers and servers agree on about this much. */
const urlCharsMax = 2_048;

/**
 * Reads a web address as a publisher writes it.
 *
 * @param text absolute, protocol-relative or relative; white space around and line breaks within are forgiven
 * @param base what a relative address is resolved against; null where nothing is known
 * @returns an http or https URL without user name and password, or null
 * Source: WHATWG URL
 */
export function parseHttpUrl(text: string | null | undefined, base: string | null = null): URL | null {
  const trimmed = text?.trim();
  if (!trimmed || trimmed.length > urlCharsMax) return null;
  const url = URL.parse(trimmed, base ?? undefined) ?? (trimmed.startsWith("//") ? URL.parse(`https:${trimmed}`) : null);
  if (!url || (url.protocol !== "http:" && url.protocol !== "https:")) return null;
  if (url.hostname === "" || url.href.length > urlCharsMax) return null;
  // Hardly any has them, and to set one makes the whole address anew.
  if (url.username !== "") url.username = "";
  if (url.password !== "") url.password = "";
  return url;
}

/** Absolute http(s) form of an address, or null; see `parseHttpUrl`. */
export const absoluteHref = (text: string | null | undefined, base: string | null = null): string | null =>
  parseHttpUrl(text, base)?.href ?? null;
