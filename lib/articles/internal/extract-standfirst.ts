import { isFillerLine } from "./extract-filler";
import { squeeze } from "./extract-sentences";
import { attr, findAll, findFirst, linkedLength, namesOf, type PageElement, type PageTree, textOf } from "./extract-tree";

const standfirstName =
  /(?:^|[\s_-])(?:standfirst|stand-first|deck|dek|subhead|sub-?headline|sub-?title|subtitulo|lead|lede|leadin|lead-in|intro|introduction|introtext|chapo|chapeau|sapo|summary|excerpt|abstract|kicker-text|teaser-?text|vorspann|ingress|bajada|entradilla|sumario|copete|sommario|occhiello|epigraph|synopsis|description|preamble|manchet)(?:$|[\s_-])|standfirst|subheadline|articlelead|article-?intro|introtext/;

/**
 * Finds the standfirst: the paragraph between headline and text that says what the article is about, where it stands
 * outside the text.
 *
 * @param description what the page's head says the article is about
 */
export function findStandfirst(tree: PageTree, root: PageElement, headline: string, description: string): PageElement | null {
  const all = findAll(tree, () => true);
  const end = all.indexOf(root);
  if (end < 0) return null;
  // In page order everything within the root follows it at once.
  const last = end + findAll(root, () => true).length;
  const shown = all.slice(0, last + 1);
  const first = shown.findLastIndex((element) => element.name === "h1" && textOf(element) !== "");
  const heading = first >= 0 ? first : shown.findLastIndex((element) => isHeadline(element, headline));
  if (heading >= end) return null;
  const start = heading < 0 ? Math.max(0, end - 150) : heading;
  for (const element of all.slice(start, end)) {
    if (isCandidate(element, headline) && isStandfirst(element, description)) return element;
  }
  return null;
}

/** Where a page keeps its first rank of headings for something else. */
const isHeadline = (element: PageElement, headline: string): boolean =>
  /^h[2-4]$/.test(element.name) && headline !== "" && squeeze(textOf(element)) === squeeze(headline);

const holders = new Set(["p", "h2", "h3", "div", "span", "strong", "li", "section", "em"]);

function isCandidate(element: PageElement, headline: string): boolean {
  if (!holders.has(element.name)) return false;
  if (
    findFirst(
      element,
      ({ name }) => name === "p" || name === "div" || name === "h1" || name === "ul" || name === "section" || name === "img",
    )
  )
    return false;
  const text = textOf(element);
  if (text.length < 40 || text.length > 800 || text === headline || isFillerLine(text)) return false;
  return linkedLength(element) / text.length < 0.4;
}

function isStandfirst(element: PageElement, description: string): boolean {
  const text = textOf(element);
  const parent = element.parent && "attribs" in element.parent ? namesOf(element.parent) : "";
  if (
    standfirstName.test(namesOf(element)) ||
    attr(element, "itemprop") === "description" ||
    attr(element, "itemprop") === "alternativeHeadline"
  )
    return true;
  if (description.length >= 40 && sameStart(text, description)) return true;
  return element.name !== "span" && element.name !== "div" && standfirstName.test(parent);
}

const sameStart = (text: string, description: string): boolean => squeeze(text).slice(0, 60) === squeeze(description).slice(0, 60);
