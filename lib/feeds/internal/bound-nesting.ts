/** No article nests this deep, and the parser's time grows with the square of the depth. */
const depthMax = 1_000;

/** Elements that hold nothing, or that the next one of their kind closes. */
const selfClosing = new Set(
  "area base br col embed hr img input link meta param source track wbr p li dt dd tr td th thead tbody tfoot option optgroup rp rt body html head".split(
    " ",
  ),
);

/** The HTML itself, or, where it nests deeper than any article, its text with all tags cut out. Linear in the source. */
export function boundNesting(html: string): string {
  // A tag takes three characters at least.
  return html.length > depthMax * 3 && isTooDeep(html) ? html.replace(/<[^<>]*>/g, " ") : html;
}

function isTooDeep(html: string): boolean {
  let depth = 0;
  for (const [, slash, name] of html.matchAll(/<(\/?)([a-z][a-z\d]*)/gi)) {
    if (selfClosing.has(name?.toLowerCase() ?? "")) continue;
    depth = slash === "/" ? Math.max(0, depth - 1) : depth + 1;
    if (depth > depthMax) return true;
  }
  return false;
}
