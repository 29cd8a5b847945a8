import { type FoundFigure, holdsPicture, isCaption, isCredit, readFigure } from "./extract-picture-words";
import { joinStrayCaptions } from "./extract-stray-captions";
import { ancestors, findAll, findFirst, namesOf, type PageElement, type PageTree, textOf } from "./extract-tree";

/** How much text a figure's words have at most; more is an article around a picture. */
const captionCharsMax = 900;

/**
 * Finds the figures of a text and takes them apart into picture, caption and credit. The words leave the text:
 * a caption is no paragraph.
 */
export function takeFigures(root: PageElement): FoundFigure[] {
  const figures: FoundFigure[] = [];
  const taken = new Set<PageElement>();
  for (const element of findAll(root, isFigure)) {
    if (taken.has(element) || [...ancestors(element)].some((around) => taken.has(around))) continue;
    if (textOf(element).length > captionCharsMax) continue;
    taken.add(element);
    figures.push(readFigure(element));
  }
  return [...figures, ...joinStrayCaptions(root, figures)];
}

/**
 * The lead picture, where it stands above the text and outside of it: the last figure between headline and text, with the words
 * that go with it.
 */
export function takeLeadFigure(tree: PageTree, root: PageElement): FoundFigure | null {
  const all = findAll(tree, () => true);
  const end = all.indexOf(root);
  const heading = all.findLastIndex((element, index) => index < end && element.name === "h1");
  const around = new Set(ancestors(root));
  const start =
    heading >= 0
      ? heading
      : Math.max(
          0,
          all.findIndex((element) => around.has(element) && (element.name === "article" || element.name === "main")),
        );
  const above = all
    .slice(start, Math.max(start, end))
    .filter((element) => !around.has(element) && isFigure(element) && holdsPicture(element));
  const lead = above.at(-1);
  return lead && textOf(lead).length <= captionCharsMax ? readFigure(lead) : null;
}

/** A figure element, or a box that holds pictures and a caption and nothing else. */
function isFigure(element: PageElement): boolean {
  if (element.name === "figure")
    return holdsPicture(element) || findFirst(element, ({ name }) => name === "figcaption") !== null || isMediaName(namesOf(element));
  if (element.name !== "div" && element.name !== "aside" && element.name !== "section" && element.name !== "p" && element.name !== "span")
    return false;
  if (!holdsPicture(element)) return false;
  const caption = findFirst(element, isCaption);
  if (/\bwp-caption\b/.test(namesOf(element))) return true;
  if (!caption) return false;
  return textOf(element).length <= textOf(caption).length + creditText(element, caption).length + 30;
}

const isMediaName = (names: string): boolean =>
  /(?:^|[\s_-])(?:image|video|media|photo|gallery|embed|audio|picture|infographic)/.test(names);

function creditText(element: PageElement, outside: PageElement): string {
  return findAll(element, isCredit)
    .filter((credit) => ![...ancestors(credit)].includes(outside))
    .map(textOf)
    .join(" ");
}
