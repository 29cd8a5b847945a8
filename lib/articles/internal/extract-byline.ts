import { splitAuthors } from "@/lib/feeds/split-authors";
import { metaOf, type PageHead } from "./extract-head";
import { isThing, type Thing, textValue, valuesOf } from "./extract-json-ld";
import { squeeze } from "./extract-sentences";
import { ancestors, attr, findAll, namesOf, type PageElement, type PageTree, textOf } from "./extract-tree";

/**
 * The authors of a page: persons that JSON-LD names, else those of meta, microdata and `rel=author`, else what stands
 * in an element called byline. The site's own name and web addresses are no authors.
 *
 * @returns names in order, each once
 */
export function readByline(tree: PageTree, head: PageHead, siteName: string): string[] {
  const sources = [
    () => statedAuthors(head),
    () => [
      metaOf(
        head,
        [
          "author",
          "article:author",
          "parsely-author",
          "sailthru.author",
          "dc.creator",
          "dcterms.creator",
          "byl",
          "article:author_name",
          "cxenseparse:author",
          "citation_author",
          "twitter:data1",
        ].slice(0, 10),
      ),
    ],
    () => marked(tree, (element) => attr(element, "itemprop").split(/\s+/).includes("author")),
    () => marked(tree, (element) => attr(element, "rel").split(/\s+/).includes("author")),
    () => marked(tree, (element) => bylineName.test(namesOf(element))),
  ];
  for (const source of sources) {
    const names = splitAuthors(
      source()
        .filter((text) => text !== "" && isName(text, siteName))
        .map(tidy),
    ).map(({ name }) => name);
    const people = [...new Set(names.filter((name) => isName(name, siteName)))];
    if (people.length > 0) return people;
  }
  return [];
}

function statedAuthors(head: PageHead): string[] {
  if (!head.article) return [];
  return valuesOf(head.article, "author").flatMap((author) => namesOfAuthor(author, head.things));
}

function namesOfAuthor(author: unknown, things: readonly Thing[]): string[] {
  if (typeof author === "string") return [author];
  if (!isThing(author)) return [];
  const names = valuesOf(author, "name").filter((name) => typeof name === "string");
  if (names.length > 0) return names;
  const id = textValue(author, "@id");
  const found =
    id === "" ? null : things.find((thing) => thing !== author && textValue(thing, "@id") === id && textValue(thing, "name") !== "");
  return found ? [textValue(found, "name")] : [];
}

const bylineName =
  /(?:^|[\s_-])(?:byline|by-line|author|authors|author-?name|byline-?name|article-?author|post-?author|entry-?author|autor|auteur|writer|reporter|signature|firma)(?:$|[\s_-])/;

/** The shortest elements that a rule names: a box around them says more than names. */
function marked(tree: PageTree, test: (element: PageElement) => boolean): string[] {
  const found = findAll(
    tree,
    (element) =>
      element.name !== "meta" && test(element) && textOf(element).length >= 3 && textOf(element).length <= 120 && !isElsewhere(element),
  );
  const innermost = found.filter((element) => !findAll(element, (each) => found.includes(each)).length);
  return innermost.slice(0, 4).map(textOf);
}

const isElsewhere = (element: PageElement): boolean =>
  [...ancestors(element)].some(
    (around) =>
      around.name === "aside" ||
      around.name === "footer" ||
      /related|sidebar|comment|recommend|teaser|widget|footer/i.test(namesOf(around)),
  );

const tidy = (text: string): string =>
  text
    .replace(/\s+(?:\||•|·|@|https?:).*$/, "")
    .replace(/\s*[,|•·-]?\s*(?:published|updated|posted|publiziert|aktualisiert)\b.*$/i, "")
    .trim();

function isName(text: string, siteName: string): boolean {
  if (/^https?:|^www\.|^@|^\d+$/.test(text.trim()) || text.length > 200) return false;
  return (
    squeeze(text) !== "" &&
    squeeze(text) !== squeeze(siteName) &&
    !/^(?:admin|administrator|redaktion|editor|staff|author|null|undefined|default)$/i.test(text.trim())
  );
}
