import { asciiBytes, asciiTable, mapAsciiBytes } from "@/lib/core/ascii";
import { hash32 } from "@/lib/core/hash";
import { bareText } from "./bare-text";

/** What readers see of an article, in plain text. */
export type Content = { headline: string; standfirst: string; text: string };

const halfCharacters = 16;

/**
 * Fingerprint of an article's words: 16 hex digits of what it says, letters and digits only, then 16 of
 * exactly how it is written. So one column tells a correction from a changed quotation mark.
 */
export function contentHash(content: Content): string {
  const parts = [content.headline, content.standfirst, content.text];
  const exact = parts.join("\u0000");
  const bytes = asciiBytes(exact);
  if (bytes === null) return half(parts.map(bareText).join("\u0000")) + half(exact);
  // As written first: what it says takes the place of its bytes.
  const exactHalf = half(bytes);
  return half(mapAsciiBytes(bytes, said)) + exactHalf;
}

const half = (words: string | Uint8Array): string => hash32(words).slice(0, halfCharacters);

/** Letters and digits, and what parts headline, standfirst and text. */
const said = asciiTable((character) => (character === "\u0000" ? character : bareText(character)));

/** How two fingerprints differ: in words (material), in typography only (minor), or not at all. */
export function compareContent(before: string, after: string): "same" | "minor" | "material" {
  if (before === after) return "same";
  return before.slice(0, halfCharacters) === after.slice(0, halfCharacters) ? "minor" : "material";
}
