import type { SafeHtml } from "@/lib/core/safe-html";

/** Elements whose words are no part of the running text. */
const asides = /<(figure|figcaption|table|pre)\b[^>]*>[\s\S]*?<\/\1>/gi;
const blockTags = /<\/?(?:p|div|h[1-6]|ul|ol|li|blockquote|section|article|header|footer|aside|hr|dl|dt|dd)\b[^>]*>/gi;
const entities: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: " " };

/**
 * The running text of sanitised HTML as plain paragraphs, without captions, tables and code.
 *
 * @param html balanced and entity-escaped, as `sanitise-html` writes it
 */
export function htmlParagraphs(html: SafeHtml): string[] {
  const blocks = html.replace(asides, "\n\n").replace(blockTags, "\n\n");
  const broken = /<br\b/i.test(blocks) ? blocks.replace(/(?:<br\b[^>]*>\s*){2,}/gi, "\n\n").replace(/<br\b[^>]*>/gi, " ") : blocks;
  return broken
    .replace(/<[^>]*>/g, "")
    .split("\n\n")
    .map((paragraph) => oneLine(decodeEntities(paragraph)))
    .filter((paragraph) => paragraph !== "");
}

/** Most texts have no white space but single spaces: for them nothing is written anew. */
const oneLine = (text: string): string => (text.includes("  ") || /[^\S ]/.test(text) ? text.replace(/\s+/g, " ") : text).trim();

function decodeEntities(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]+));/gi, (whole, decimal, hex, name) => {
    if (name) return entities[name.toLowerCase()] ?? whole;
    const codePoint = decimal ? Number.parseInt(decimal, 10) : Number.parseInt(hex, 16);
    return codePoint <= 0x10ffff ? String.fromCodePoint(codePoint) : whole;
  });
}
