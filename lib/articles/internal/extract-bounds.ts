/** No page nests this deep, and readers of trees take time that grows with the square of the depth. */
const depthMax = 300;

/** A page of more elements than this is generated to be heavy: the largest article pages known to us have some 6,000. */
const elementsMax = 20_000;

/** Elements that hold nothing, or that the next of their kind closes. */
const selfClosing = new Set(
  "area base br col embed hr img input link meta param source track wbr p li dt dd tr td th thead tbody tfoot option optgroup rp rt body html head".split(
    " ",
  ),
);

/**
 * Makes a page's markup harmless to what reads it: tags that nest deeper than any page does are cut out and their words
 * kept, and so is everything after more elements than a page has. Linear in the source; honest pages come back as they are.
 */
export function boundPage(html: string): string {
  let depth = 0;
  let elements = 0;
  let isWithin = true;
  for (const [, slash, name] of html.matchAll(/<(\/?)([a-z][a-z\d]*)/gi)) {
    elements += slash === "" ? 1 : 0;
    if (selfClosing.has(name?.toLowerCase() ?? "")) continue;
    depth = slash === "/" ? Math.max(0, depth - 1) : depth + 1;
    if (depth > depthMax || elements > elementsMax) {
      isWithin = false;
      break;
    }
  }
  return isWithin ? html : cutDeepTags(html);
}

function cutDeepTags(html: string): string {
  let depth = 0;
  let elements = 0;
  return html.replace(/<(\/?)([a-z][a-z\d]*)[^<>]*>?/gi, (tag, slash: string, name: string) => {
    const isVoid = selfClosing.has(name.toLowerCase());
    if (slash === "") elements += 1;
    if (!isVoid && slash === "") depth += 1;
    const isCut = depth > depthMax || elements > elementsMax;
    if (!isVoid && slash === "/") depth = Math.max(0, depth - 1);
    return isCut ? " " : tag;
  });
}
