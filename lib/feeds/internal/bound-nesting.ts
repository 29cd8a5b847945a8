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
  return hasManyTags(html) && isTooDeep(html) ? html.replace(/<[^<>]*>/g, " ") : html;
}

/** Whether there are enough tags to nest that deep: counting them costs next to nothing, and most texts have few. */
function hasManyTags(html: string): boolean {
  let count = 0;
  for (let at = html.indexOf("<"); at >= 0 && count <= depthMax; at = html.indexOf("<", at + 1)) count += 1;
  return count > depthMax;
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
