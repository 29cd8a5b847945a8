import { isMarkedText } from "./extract-article-key";
import { junkShareMax, junkShares } from "./extract-junk-names";
import { writeFormulas } from "./extract-math";
import { isPictureWords } from "./extract-picture-words";
import { measureProse, type ProseMap } from "./extract-prose";
import { squeeze } from "./extract-sentences";
import { ancestors, attr, childElements, findAll, findFirst, type PageElement, type PageTree, removeNode, textOf } from "./extract-tree";

/** What no article text is made of. */
const neverText = new Set(
  "script style svg footer template iframe frame object embed applet canvas form label button input select textarea option datalist dialog nav menu link base map area audio video track progress meter fencedframe portal slot".split(
    " ",
  ),
);

const landmarks =
  /^(?:banner|navigation|complementary|contentinfo|search|dialog|alertdialog|alert|menu|menubar|toolbar|tablist|form|status|button)$/;

/**
 * Takes out of a page what is never part of its article: code, forms, navigation, what is hidden, and boxes whose
 * names say what they are (related links, newsletters, comments, advertisements). A box that holds much of the page's
 * prose stays, whatever it is called, as does one that begins with the stated text.
 *
 * @param statedText the article's words as the head gives them; empty where it does not
 */
export function prunePage(tree: PageTree, statedText: string): void {
  writeFormulas(tree);
  for (const element of findAll(tree, ({ name }) => name === "script" || name === "style" || name === "template")) removeNode(element);
  openNoscript(tree);
  for (const footer of findAll(tree, isQuotationFooter)) footer.name = "p";
  const measured = measureProse(tree);
  const opening = squeeze(statedText).slice(0, openingChars);
  const boxes = findRemovable(tree, measured, (box) => opening.length === openingChars && squeeze(textOf(box)).includes(opening));
  const named = boxes.filter(({ share, isNamed }) => isNamed && share === junkShares.likely);
  const left = measured.total - boxes.reduce((sum, { element }) => sum + measured.prose(element), 0);
  const isMisnamed = left < measured.total * proseLeftShareMin && measured.total >= 500;
  for (const box of boxes) if (!(isMisnamed && named.includes(box) && measured.prose(box.element) > 0)) removeNode(box.element);
}

/** Names that together would leave less than this share of a page's prose mean something else than what they say. */
const proseLeftShareMin = 0.05;

type Removable = { element: PageElement; share: number; isNamed: boolean };

/** Letters and digits of a stated text's beginning: enough to be no other's. */
const openingChars = 60;

/** The outermost elements that are no part of an article. */
function findRemovable(tree: PageTree, measured: ProseMap, isStated: (box: PageElement) => boolean): Removable[] {
  const found: Removable[] = [];
  const visit = (element: PageElement): void => {
    const removable = kept.has(element.name) ? null : readRemovable(element);
    const isGone = removable && isWithin(removable.share, element, measured) && !isNeeded(element, removable.share) && !isStated(element);
    if (isGone) found.push(removable);
    // What stands in a program's listing is called by what it is in the program, in a caption by what it says of the picture.
    else if (element.name !== "pre" && element.name !== "code" && element.name !== "figcaption") childElements(element).forEach(visit);
  };
  childElements(tree).forEach(visit);
  return found;
}

function readRemovable(element: PageElement): Removable | null {
  // A dialogue stands before the page, never in it, however long its words about cookies are.
  if (/^(?:alert)?dialog$/.test(attr(element, "role")) || attr(element, "aria-modal") === "true")
    return { element, share: junkShares.consent, isNamed: false };
  if (isHidden(element)) return { element, share: hiddenShareMax, isNamed: false };
  if (neverText.has(element.name) || landmarks.test(attr(element, "role"))) return { element, share: junkShares.likely, isNamed: false };
  if (isWithinSentence(element) || (isPictureWords(element) && isWithinFigure(element))) return null;
  const share = junkShareMax(element);
  return share > 0 ? { element, share, isNamed: true } : null;
}

/** A few words whose paragraph goes on around them are part of a sentence, whatever they are called or open when followed. */
function isWithinSentence(element: PageElement): boolean {
  if ((element.name !== "a" && !runs.has(element.name)) || forScreenReaders.test(attr(element, "class"))) return false;
  const around = [...ancestors(element)].find(({ name }) => name !== "a" && !runs.has(name));
  const words = (around?.children ?? []).reduce((sum, node) => sum + (node.type === "text" ? node.data.trim().length : 0), 0);
  return words >= 40 && (element.name === "a" || around?.name === "p");
}

/** Words that are heard and not seen explain a link or a button, in the middle of a sentence too. */
const forScreenReaders = /(?:^|\s)(?:sr-only|screen-?reader(?:-text)?|visually-?hidden)(?:$|\s)/i;
const runs = new Set(["span", "strong", "b", "em", "i", "abbr", "cite", "mark"]);

const isWithinFigure = (element: PageElement): boolean => [...ancestors(element)].some(({ name }) => name === "figure");

/** Hidden text is not for readers, unless it is the page itself, which some show by script only. */
const hiddenShareMax = 0.7;

/** A quotation's footer names its author and is text; every other is the page's or the article's imprint. */
const isQuotationFooter = (element: PageElement): boolean =>
  element.name === "footer" && [...ancestors(element)].some(({ name }) => name === "blockquote");

function isWithin(share: number, element: PageElement, { prose, text, total, totalText }: ProseMap): boolean {
  // Some systems wrap whole pages in one form.
  return total >= 200 ? prose(element) <= total * share : text(element) <= totalText * share;
}

/** An embedded message of a social network is a quotation, whatever the box around it is called. */
const isQuoteBox = (element: PageElement): boolean =>
  findFirst(
    element,
    (each) =>
      each.name === "blockquote" &&
      /\b(?:twitter-tweet|twitter-video|instagram-media|bluesky-embed|mastodon-embed)\b/.test(attr(each, "class")),
  ) !== null;

/** What holds the article itself, a picture behind a button or a quotation stays, unless it is surely a box of another kind. */
function isNeeded(element: PageElement, share: number): boolean {
  if (isPictureButton(element) || isQuoteBox(element)) return true;
  return share === junkShares.likely && findFirst(element, isArticlePart) !== null;
}

const isArticlePart = (element: PageElement): boolean => element.name === "main" || element.name === "h1" || isMarkedText(element);

/** A button that opens a picture holds the picture. */
const isPictureButton = (element: PageElement): boolean =>
  (element.name === "button" || attr(element, "role") === "button") && findFirst(element, isImage) !== null;

const isImage = ({ name }: PageElement): boolean => name === "img";

const kept = new Set(["html", "body", "article", "main", "head", "title", "meta"]);

function isHidden(element: PageElement): boolean {
  if ("hidden" in element.attribs && attr(element, "hidden") !== "until-found") return true;
  // Texts behind a meter are hidden from screen readers only; icons and ornaments are short.
  if (
    attr(element, "aria-hidden") === "true" &&
    element.name !== "img" &&
    textOf(element).length < 80 &&
    findFirst(element, isImage) === null
  )
    return true;
  return /display\s*:\s*none|visibility\s*:\s*hidden/i.test(attr(element, "style"));
}

/**
 * What stands in <noscript> is shown where scripts do not run, which is here: pictures that come lazily, sometimes the
 * whole text. Everything else in them (pixels, "enable JavaScript", long words about consent) goes.
 */
function openNoscript(tree: PageTree): void {
  const { prose, total } = measureProse(tree);
  for (const element of findAll(tree, ({ name }) => name === "noscript")) {
    const pictures = findAll(element, isImage);
    const isPicture = pictures.length > 0 && textOf(element) === "" && !pictures.every(isPixel);
    const isText = textOf(element).length >= 500 && prose(element) >= total / 2;
    const inHead = [...ancestors(element)].some(({ name }) => name === "head");
    if (inHead || !(isPicture || isText)) removeNode(element);
    else element.name = isText ? "div" : "span";
  }
}

const isPixel = (image: PageElement): boolean => /^[01]$/.test(attr(image, "width")) || /^[01]$/.test(attr(image, "height"));
