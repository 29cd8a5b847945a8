import { attr, findAll, findFirst, namesOf, type PageElement, type PageTree, readTree, removeNode, textOf } from "./extract-tree";

/**
 * Puts each formula of a page into words once: its TeX source where the page gives it, between dollar signs, else what
 * its MathML shows. What scripts drew from it beside it goes, for it says the same again.
 *
 * Source: MathML 3 `annotation`; KaTeX's and MathJax's output
 */
export function writeFormulas(tree: PageTree): void {
  for (const script of findAll(tree, ({ name, attribs }) => name === "script" && /^math\/tex/.test(attribs.type ?? "")))
    become(script, textOf(script));
  for (const image of findAll(tree, isDrawnFormula)) become(image, attr(image, "alt"));
  for (const math of findAll(tree, ({ name }) => name === "math")) {
    const drawn = drawingAround(math);
    become(math, texOf(math));
    for (const each of drawn) removeNode(each);
  }
}

/** Blogs without scripts draw each formula as a picture, its source beside it. */
const isDrawnFormula = (element: PageElement): boolean =>
  element.name === "img" && /(?:^|\s)(?:latex|tex|ql-img-\w+-formula)(?:$|\s)/.test(namesOf(element)) && attr(element, "alt") !== "";

function texOf(math: PageElement): string {
  const annotation = findFirst(math, ({ name, attribs }) => name === "annotation" && /tex/i.test(attribs.encoding ?? ""));
  return annotation ? textOf(annotation) : attr(math, "alttext");
}

/** The element keeps its place as a run of text; without a source its own words stay. */
function become(element: PageElement, tex: string): void {
  element.name = "span";
  element.attribs = {};
  if (tex === "") for (const note of findAll(element, ({ name }) => name === "annotation" || name === "annotation-xml")) removeNode(note);
  else {
    element.children = readTree(`$${tex.replaceAll("&", "&amp;").replaceAll("<", "&lt;")}$`).children;
    for (const child of element.children) child.parent = element;
  }
}

/** What a formula's drawing consists of, where its MathML is only there for those who cannot see it. */
function drawingAround(math: PageElement): PageElement[] {
  const holder = [math.parent, math.parent?.parent].find(
    (around) => around && "attribs" in around && /(?:^|\s)(?:katex|mathjax)(?:$|\s)/.test(namesOf(around)),
  );
  return holder && "attribs" in holder ? findAll(holder, (each) => /\bkatex-html\b/.test(namesOf(each))) : [];
}
