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
  const exact = [content.headline, content.standfirst, content.text].join("\u0000");
  const said = [bareText(content.headline), bareText(content.standfirst), bareText(content.text)].join("\u0000");
  return hash32(said).slice(0, halfCharacters) + hash32(exact).slice(0, halfCharacters);
}

/** How two fingerprints differ: in words (material), in typography only (minor), or not at all. */
export function compareContent(before: string, after: string): "same" | "minor" | "material" {
  if (before === after) return "same";
  return before.slice(0, halfCharacters) === after.slice(0, halfCharacters) ? "minor" : "material";
}
