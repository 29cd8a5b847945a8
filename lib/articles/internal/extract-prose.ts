import { isElement, type PageElement, type PageNode, type PageTree } from "./extract-tree";

/** Characters of running text and of any text, by element. */
export type ProseMap = {
  prose: (element: PageElement) => number;
  text: (element: PageElement) => number;
  total: number;
  totalText: number;
};

/** A text of this many characters outside links is a piece of a sentence, whatever element it stands in. */
const sentenceCharsMin = 40;

/** Measures a tree once, so that asking for each of its elements costs nothing. */
export function measureProse(tree: PageTree): ProseMap {
  const prose = new Map<PageElement, number>();
  const text = new Map<PageElement, number>();
  const visit = (node: PageNode | PageTree, isLinked: boolean): Lengths => {
    if (node.type === "text") return lengthsOf(node.data, isLinked);
    if (!("children" in node)) return none;
    const isWithinLink = isLinked || (isElement(node) && node.name === "a");
    const sum = node.children.map((child) => visit(child, isWithinLink)).reduce(add, none);
    if (isElement(node)) {
      prose.set(node, sum.prose);
      text.set(node, sum.text);
    }
    return sum;
  };
  const whole = visit(tree, false);
  return {
    prose: (element) => prose.get(element) ?? 0,
    text: (element) => text.get(element) ?? 0,
    total: whole.prose,
    totalText: whole.text,
  };
}

const ideograph = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const ideographs = new RegExp(ideograph, "gu");

/** Letters that one of Chinese or Japanese stands for: what bounds of length mean by a character. */
const lettersPerIdeograph = 2.5;

/** Characters of a text, as a text in an alphabet would have them. */
export function wordLength(text: string): number {
  if (!ideograph.test(text)) return text.length;
  return text.length + (text.match(ideographs)?.length ?? 0) * (lettersPerIdeograph - 1);
}

type Lengths = { prose: number; text: number };

const none: Lengths = { prose: 0, text: 0 };
const add = (one: Lengths, other: Lengths): Lengths => ({ prose: one.prose + other.prose, text: one.text + other.text });

function lengthsOf(data: string, isLinked: boolean): Lengths {
  const length = wordLength(data.trim());
  return { prose: !isLinked && length >= sentenceCharsMin ? length : 0, text: length };
}
