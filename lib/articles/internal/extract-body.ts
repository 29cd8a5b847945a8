import { collapseSpace, escapeMarkup } from "@/lib/core/text";
import { dropUnwantedBlocks } from "./extract-blocks";
import { takeFigures, takeLeadFigure } from "./extract-figures";
import type { FoundFigure } from "./extract-picture-words";
import { prunePage } from "./extract-prune";
import { findRegion } from "./extract-region";
import { serialise } from "./extract-serialise";
import { findStandfirst } from "./extract-standfirst";
import { blockText } from "./extract-text";
import { attr, findFirst, type PageElement, type PageTree, readTree, textOf } from "./extract-tree";

/** The text of a page: markup that is not sanitised yet, and the same in plain paragraphs without captions. */
export type ExtractedBody = { markup: string; text: string };

/** What the page's head says about its text, in the words we look for, and the host it comes from. */
export type BodyHints = { title: string; description: string; statedText: string; site: string };

/** A text that is this much shorter than the one stated in the head, or than what Readability found, is not the whole one. */
const statedShareMin = 0.3;

/**
 * Takes the article's text out of a page; the tree is used up by it.
 */
export function extractBody(tree: PageTree, hints: BodyHints): ExtractedBody {
  prunePage(tree, hints.statedText);
  const { region, content } = findRegion(tree, hints.statedText);
  if (!region) return isClean(hints.statedText) ? statedBody(hints.statedText) : plainBody(content);
  const standfirst = findStandfirst(tree, region.root, hints.title, hints.description);
  const leadFigure = takeLeadFigure(tree, region.root);
  const figures = takeFigures(region.root);
  const inFigures = new Set(figures.map(({ element }) => element));
  dropUnwantedBlocks(region, hints.title, hints.site, inFigures);
  const text = blockText(region.root, inFigures);
  if (text.length < hints.statedText.length * statedShareMin && isClean(hints.statedText)) return statedBody(hints.statedText);
  const plain = plainBody(content);
  if (text.length < plain.text.length * statedShareMin) return plain;
  for (const figure of figures) reshape(figure);
  if (leadFigure) reshape(leadFigure);
  const markup = serialise(leadFigure ? [leadFigure.element, region.root] : [region.root]);
  const lead = standfirst ? textOf(standfirst) : "";
  if (lead === "" || text.replace(/\s+/g, " ").includes(lead)) return { markup, text };
  return { markup: `<p>${escapeMarkup(lead)}</p>\n${markup}`, text: `${lead}\n\n${text}` };
}

/** Where our own rules left next to nothing: the text as Readability alone gives it. */
function plainBody(content: string): ExtractedBody {
  const root = findFirst(readTree(content), () => true);
  return root ? { markup: content, text: blockText(root, new Set()) } : { markup: "", text: "" };
}

/** Where a page shows its text only by script, the text that its head states. */
function statedBody(statedText: string): ExtractedBody {
  const paragraphs = statedText
    .replace(/<\/?(?:p|div|h\d|li|br)\b[^>]*>/gi, "\n")
    .split(/\n+/)
    .map((paragraph) => collapseSpace(paragraph.replace(/<[^>]*>/g, " ")))
    .filter((paragraph) => paragraph !== "");
  return { markup: paragraphs.map((paragraph) => `<p>${escapeMarkup(paragraph)}</p>`).join("\n"), text: paragraphs.join("\n\n") };
}

/** What some systems state as the text is the whole page with its code. */
const isClean = (statedText: string): boolean => statedText !== "" && !/function\s*\(|\{[^}]*:[^}]*\}/.test(statedText);

/** Writes a figure in the one form that our sanitiser and our pages know. */
function reshape({ element, images, caption, credit }: FoundFigure): void {
  const shown = distinctImages(images);
  const words = `${escapeMarkup(caption)}${credit === "" ? "" : ` <span class="credit">${escapeMarkup(credit)}</span>`}`.trim();
  const figure = readTree(words === "" ? "<figure></figure>" : `<figure><figcaption>${words}</figcaption></figure>`).children[0];
  if (!figure || !("children" in figure)) return;
  // Where a page says too little to find its picture, the words on it still tell.
  element.name = shown.length === 0 && caption === "" ? "template" : "figure";
  element.attribs = {};
  element.children = [...shown, ...figure.children];
}

/** Each picture once: lazy ones stand in the page twice, as a stand-in and in <noscript>. */
function distinctImages(images: readonly PageElement[]): PageElement[] {
  const byAddress = new Map<string, PageElement>();
  for (const image of images) {
    const address = addressOf(image);
    if (address !== "" && !byAddress.has(keyOf(address))) byAddress.set(keyOf(address), image);
  }
  return [...byAddress.values()];
}

function addressOf(image: PageElement): string {
  const plain = attr(image, "src");
  if (
    /^(?:https?:)?\/\/|^\/[^/]|^[\w.-]+\//.test(plain) &&
    !plain.startsWith("data:") &&
    !/placeholder|blank|spacer|transparent|1x1|lazy/i.test(plain)
  )
    return plain;
  const lazy = Object.entries(image.attribs).find(
    ([name, value]) =>
      /^data-.*(?:src|original|url|full|large)/.test(name) && /^(?:https?:)?\/\/|^\//.test(value) && !name.endsWith("srcset"),
  );
  if (lazy) {
    image.attribs.src = lazy[1];
    return lazy[1];
  }
  return attr(image, "srcset") || attr(image, "data-srcset") || sourceSet(image);
}

/** The candidates of the <picture> around an image that has no address of its own. */
function sourceSet(image: PageElement): string {
  const picture = image.parent;
  if (!picture || !("name" in picture) || picture.name !== "picture") return "";
  for (const child of picture.children) {
    if (!("attribs" in child) || child.name !== "source") continue;
    const set = attr(child, "srcset") || attr(child, "data-srcset");
    if (set !== "") {
      image.attribs.srcset = set;
      return set;
    }
  }
  return "";
}

const keyOf = (address: string): string => address.replace(/^https?:/, "").split(/[?#\s]/)[0] ?? address;
