/** What forbids keeping a page's text, as the page or its server says it; null where nothing does. */
export type PageRefusal = "noarchive" | "nosnippet" | "tdm-reservation";

/** The name by which a server may speak to us alone. */
const productToken = "broadsheet";

/** Marks stand in the head; what is beyond this many characters is not searched. */
const headCharsMax = 300_000;

/**
 * Whether a page's own marks forbid keeping its text: `noarchive`, `nosnippet` or `none` for everyone or for us, in
 * X-Robots-Tag or a robots meta element, or a text and data mining reservation.
 *
 * @param headers of the answer, names in lower case
 * @param html the page as text
 * Source: security notes, section 4; W3C TDM Reservation Protocol; robots meta tag conventions
 */
export function judgePageMarks(headers: Readonly<Record<string, string>>, html: string): PageRefusal | null {
  if (headers["tdm-reservation"]?.trim() === "1") return "tdm-reservation";
  const byHeader = readHeader(headers["x-robots-tag"] ?? "");
  if (byHeader) return byHeader;
  for (const [element] of html.slice(0, headCharsMax).matchAll(/<meta\b[^>]{1,1000}>/gi)) {
    const refusal = readMeta(element);
    if (refusal) return refusal;
  }
  return null;
}

/** "noindex, googlebot: nosnippet": a rule after a name holds for that crawler, up to the next name. */
function readHeader(value: string): PageRefusal | null {
  let isForUs = true;
  for (const part of value.toLowerCase().split(",")) {
    const named = part.match(/^\s*([a-z\d_-]+)\s*:(.*)$/);
    if (named && named[1] !== "unavailable_after" && !/^max-/.test(named[1] ?? "")) isForUs = named[1] === productToken;
    const refusal = isForUs ? readRule(named?.[2] ?? part) : null;
    if (refusal) return refusal;
  }
  return null;
}

function readMeta(element: string): PageRefusal | null {
  const attribute = (name: string) =>
    element
      .match(new RegExp(`\\b${name}\\s*=\\s*["']?\\s*([^"'>]{1,300})`, "i"))?.[1]
      ?.trim()
      .toLowerCase() ?? "";
  const name = attribute("name");
  const content = attribute("content");
  if (name === "tdm-reservation") return content === "1" ? "tdm-reservation" : null;
  if (name !== "robots" && name !== productToken) return null;
  return (
    content
      .split(",")
      .map(readRule)
      .find((refusal) => refusal !== null) ?? null
  );
}

function readRule(rule: string): PageRefusal | null {
  const word = rule.trim();
  if (word === "none" || word === "noarchive") return "noarchive";
  return word === "nosnippet" || /^max-snippet\s*:\s*0$/.test(word) ? "nosnippet" : null;
}
