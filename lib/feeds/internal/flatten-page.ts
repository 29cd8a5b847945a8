import { boundNesting } from "./bound-nesting";

/**
 * The page itself, or, where it nests so deep that parsing would take time with the square of the depth, the page
 * with nothing left but what leads somewhere: anchors become `area` elements, which hold nothing.
 */
export function flattenPage(html: string): string {
  if (boundNesting(html) === html) return html;
  return html.replace(/<\/?(?!(?:a|area|link|base|script|style)\b)[a-z][^<>]*>|<\/a\s*>/gi, " ").replace(/<a(?=[\s>])/gi, "<area");
}
