import { isMarkedText } from "./extract-article-key";
import { chooseParts, isTaken } from "./extract-chosen";
import { measureProse, type ProseMap, wordLength } from "./extract-prose";
import { sentencesIn } from "./extract-sentences";
import {
  ancestors,
  attr,
  childElements,
  findAll,
  findFirst,
  isElement,
  namesOf,
  type PageElement,
  type PageTree,
  textOf,
} from "./extract-tree";

/** Where in a page its article stands, and which of its parts are surely text. */
export type Region = { root: PageElement; chosen: ReadonlySet<PageElement> };

/**
 * Finds the article in a pruned page: Readability says which parts are text, the text that the publisher states in the
 * page's head corrects it, as does an element marked as the text that holds more and was passed over, and the surroundings say where the article begins and ends.
 *
 * @param statedText the article's words as JSON-LD gives them; empty where it does not
 * @returns a region of null where nothing reads like an article; `content` is what Readability alone would give
 */
export function findRegion(tree: PageTree, statedText: string): { region: Region | null; content: string } {
  const { chosen, content } = chooseParts(tree);
  const stated = statedParts(tree, statedText);
  const isMissed = stated.size > 0 && [...stated].filter((part) => !isTaken(part, chosen)).length > stated.size / 2;
  if (isMissed) chosen.clear();
  for (const part of stated) chosen.add(part);
  if (![...chosen].some(isTextBlock)) for (const box of [...chosen]) addOnlyChildren(box, chosen);
  const measured = measureProse(tree);
  const marked = markedRoot(tree, measured);
  let root = rootOf(chosen, measured) ?? marked;
  if (root && marked && isMarked(marked) && isApart(root, marked) && measured.prose(marked) > measured.prose(root)) {
    chosen.clear();
    for (const part of findAll(marked, isTextBlock)) chosen.add(part);
    root = marked;
  }
  return { region: root ? { root: widen(root, measured), chosen } : null, content };
}

/** Readability folds boxes that hold one box each into one and leaves it the outermost's number: then the text's own is missing. */
function addOnlyChildren(box: PageElement, chosen: Set<PageElement>): void {
  for (let children = childElements(box); children.length === 1 && children[0]; children = childElements(children[0]))
    chosen.add(children[0]);
}

/** The blocks that hold what the publisher states to be the text; none where it states too little to tell. */
function statedParts(tree: PageTree, statedText: string): Set<PageElement> {
  if (statedText.length < 400) return new Set();
  const isStated = sentencesIn(statedText);
  return new Set(findAll(tree, (element) => isTextBlock(element) && textOf(element).length >= 40 && isStated(textOf(element))));
}

/** The smallest element around nearly all of the chosen text; a stray part far away does not widen it. */
function rootOf(chosen: ReadonlySet<PageElement>, measured: ProseMap): PageElement | null {
  const weights = new Map<PageElement, number>();
  let total = 0;
  for (const leaf of [...chosen].filter(isTextBlock)) {
    const weight = wordLength(textOf(leaf));
    total += weight;
    for (const around of [leaf, ...ancestors(leaf)]) weights.set(around, (weights.get(around) ?? 0) + weight);
  }
  let best: PageElement | null = null;
  for (const [element, weight] of weights) {
    if (weight < total * rootShareMin) continue;
    if (
      best === null ||
      measured.text(element) < measured.text(best) ||
      (measured.text(element) === measured.text(best) && isInside(element, best))
    )
      best = element;
  }
  return best && withChosen(best, weights, measured);
}

const rootShareMin = 0.88;

/** What stands around in the article's own element is text as well, where nearly all the prose that it brings was chosen. */
function withChosen(root: PageElement, weights: ReadonlyMap<PageElement, number>, measured: ProseMap): PageElement {
  const chosenIn = (element: PageElement): number => weights.get(element) ?? 0;
  let widest = root;
  for (const around of root.name === "article" ? [] : ancestors(root)) {
    if (around.name === "body" || around.name === "html") break;
    const isGain = measured.prose(around) - measured.prose(root) >= gainMin;
    if (isGain && chosenIn(around) - chosenIn(root) >= (measured.text(around) - measured.text(root)) * chosenShareMin) widest = around;
    if (around.name === "article" || around.name === "main") break;
  }
  return widest;
}

const chosenShareMin = 0.8;

/** Less prose than this, in characters, is no reason to widen a region. */
const gainMin = 150;

const isInside = (inner: PageElement, outer: PageElement): boolean => {
  for (const around of ancestors(inner)) if (around === outer) return true;
  return false;
};

const isApart = (one: PageElement, other: PageElement): boolean => one !== other && !isInside(one, other) && !isInside(other, one);

/** The element that is marked as the text, if it holds any. */
function markedRoot(tree: PageTree, measured: ProseMap): PageElement | null {
  const marked = findAll(tree, (element) => isMarked(element) || element.name === "article" || element.name === "main");
  return (
    marked
      .filter((element) => measured.text(element) >= 80)
      .sort((a, b) => Number(isMarked(b)) - Number(isMarked(a)) || measured.prose(b) - measured.prose(a))[0] ?? null
  );
}

const isMarked = (element: PageElement): boolean =>
  isMarkedText(element) || /(?:article|story|post|entry)[-_]*(?:body|content|text)(?:$|[\s_-])/.test(namesOf(element));

/**
 * Widens the region to the whole of a text that is broken into several boxes by advertisements or pictures: while the
 * element around is still the article and brings further prose in boxes of the same make.
 */
function widen(root: PageElement, measured: ProseMap): PageElement {
  let widest = root;
  let inner = root;
  for (const around of ancestors(root)) {
    if (around.name === "body" || around.name === "html" || around.name === "main") break;
    const gain = childElements(around)
      .filter((sibling) => sibling !== inner && isAlike(sibling, inner))
      .reduce((sum, sibling) => sum + measured.prose(sibling), 0);
    if (gain >= gainMin && isSingleArticle(around)) widest = around;
    else if (isMarked(around) && isSingleArticle(around) && measured.prose(around) > measured.prose(widest)) widest = around;
    inner = around;
  }
  return widest;
}

const isSingleArticle = (element: PageElement): boolean =>
  findAll(element, ({ name }) => name === "h1").length <= 1 && findAll(element, ({ name }) => name === "article").length <= 1;

function isAlike(one: PageElement, other: PageElement): boolean {
  if (one.name !== other.name || !isElement(one)) return false;
  const names = new Set(attr(one, "class").split(/\s+/).filter(Boolean));
  const others = attr(other, "class").split(/\s+/).filter(Boolean);
  return names.size === 0 ? others.length === 0 : others.some((name) => names.has(name));
}

const wordBlocks = new Set("p li blockquote pre td th dd dt h1 h2 h3 h4 h5 h6 figcaption".split(" "));

/** A block that holds text itself and no further block. */
function isTextBlock(element: PageElement): boolean {
  if (wordBlocks.has(element.name)) return !findFirst(element, ({ name }) => wordBlocks.has(name));
  return (
    element.children.some((child) => child.type === "text" && child.data.trim().length > 20) &&
    !childElements(element).some(({ name }) => wordBlocks.has(name))
  );
}
