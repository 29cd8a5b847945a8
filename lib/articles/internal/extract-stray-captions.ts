import { isMarkedText } from "./extract-article-key";
import { type FoundFigure, holdsPicture, isCaption, isCredit, readFigure, tidyCredit } from "./extract-picture-words";
import { childElements, isElement, type PageElement, type PageNode, removeNode, textOf } from "./extract-tree";

/** A picture that words may belong to: already a figure, or bare. */
type Before = FoundFigure | PageElement | null;

/**
 * Gives captions and credits that stand apart from their pictures to the picture right before them, words between
 * them allowing; those without one go, for they are no paragraphs either.
 *
 * @returns the figures that came about by it, each in its caption's place
 */
export function joinStrayCaptions(root: PageElement, figures: readonly FoundFigure[]): FoundFigure[] {
  const byElement = new Map(figures.map((figure) => [figure.element, figure]));
  const joined: FoundFigure[] = [];
  let before: Before = null;
  const visit = (node: PageNode): void => {
    if (isElement(node)) before = enter(node);
    else if (node.type === "text" && node.data.trim() !== "") before = null;
  };
  const enter = (element: PageElement): Before => {
    const figure = byElement.get(element);
    if (figure) return figure;
    if (element.name === "img") return element;
    if (element !== root && isStray(element)) return join(element, before, joined);
    [...element.children].forEach(visit);
    return before;
  };
  enter(root);
  return joined;
}

/** @returns the figure that the stray words belong to now; null where they went */
function join(stray: PageElement, before: Before, joined: FoundFigure[]): FoundFigure | null {
  const words = isCredit(stray) && !isCaption(stray) ? { caption: "", credit: tidyCredit(textOf(stray)) } : readFigure(stray);
  if (before && !("images" in before)) {
    // A <picture> keeps its candidates beside its image.
    removeNode(isElement(before.parent) && before.parent.name === "picture" ? before.parent : before);
    const figure = { element: stray, images: [before], caption: words.caption, credit: words.credit };
    joined.push(figure);
    return figure;
  }
  removeNode(stray);
  if (before?.caption === "") before.caption = words.caption;
  if (before?.credit === "") before.credit = words.credit;
  return before;
}

const isStray = (element: PageElement): boolean =>
  (isCaption(element) || (isCredit(element) && !childElements(element).some(isElement))) &&
  textOf(element).length <= strayCharsMax &&
  !isMarkedText(element) &&
  !holdsPicture(element);

/** Longer than any caption: a paragraph in a box of an odd name. */
const strayCharsMax = 400;
