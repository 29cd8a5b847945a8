import { decodeCharset } from "./decode-charset";

/** A page states its charset within its first bytes. Source: WHATWG HTML section 4.2.5.4 */
const prescanBytes = 1_024;

/** The text of an HTML page: byte order mark, HTTP, the page's own meta element, then what the bytes look like. */
export function decodePage(bytes: Uint8Array, contentType: string | null): string {
  if (/charset\s*=/i.test(contentType ?? "")) return decodeCharset(bytes, contentType).text;
  const head = String.fromCharCode(...bytes.subarray(0, prescanBytes));
  const stated = head.match(/<meta[^>]{1,200}charset\s*=\s*["']?\s*([\w.:-]{2,40})/i)?.[1];
  return decodeCharset(bytes, stated ? `text/html; charset=${stated}` : contentType).text;
}
