import { collapseSpace } from "@/lib/core/text";
import { articleTextKey } from "./extract-article-key";
import { hasType, readJsonLd, type Thing } from "./extract-json-ld";
import { attr, findAll, findFirst, type PageElement, type PageTree, textOf } from "./extract-tree";

/** What a page says about itself outside its text. */
export type PageHead = {
  /** `<meta>` contents by lower-case name, property or itemprop; the first of each. */
  meta: ReadonlyMap<string, string>;
  things: readonly Thing[];
  /** The thing of JSON-LD that is the article; null where none is. */
  article: Thing | null;
  title: string;
  headings: readonly string[];
  /** What microdata marks as the headline; empty where nothing does. */
  markedHeadline: string;
  language: string;
  direction: string;
};

const articleTypes = /(?:Article|BlogPosting|LiveBlogPosting|Report|Review|Recipe|SocialMediaPosting|TechArticle|Story|NewsItem)$/;

/** Reads the head of a page, before anything is taken out of it. */
export function readHead(tree: PageTree): PageHead {
  const meta = new Map<string, string>();
  for (const element of findAll(tree, ({ name }) => name === "meta")) {
    const content = collapseSpace(attr(element, "content"));
    const name = (attr(element, "property") || attr(element, "name") || attr(element, "itemprop")).trim().toLowerCase();
    if (name !== "" && content !== "" && !meta.has(name)) meta.set(name, content);
  }
  const things = readJsonLd(tree);
  const html = findFirst(tree, ({ name }) => name === "html");
  const title = findFirst(tree, ({ name, parent }) => name === "title" && isNoPicture(parent));
  return {
    meta,
    things,
    article: chooseArticle(things),
    title: title ? textOf(title) : "",
    headings: findAll(tree, ({ name }) => name === "h1")
      .map(textOf)
      .filter((text) => text !== ""),
    markedHeadline: readMarked(tree),
    language: html ? attr(html, "lang") || attr(html, "xml:lang") : "",
    direction: html ? attr(html, "dir") : "",
  };
}

function readMarked(tree: PageTree): string {
  const marked = findFirst(tree, (element) => attr(element, "itemprop").split(/\s+/).includes("headline"));
  return marked ? attr(marked, "content") || textOf(marked) : "";
}

const isNoPicture = (parent: PageElement["parent"]): boolean => !(parent && "name" in parent && parent.name === "svg");

/** The first thing that is an article and has a headline; lists of teasers come after it. */
function chooseArticle(things: readonly Thing[]): Thing | null {
  const articles = things.filter((thing) => hasType(thing, articleTypes));
  return (
    articles.find((thing) => "headline" in thing && ("datePublished" in thing || articleTextKey in thing)) ??
    articles.find((thing) => "headline" in thing) ??
    articles[0] ??
    null
  );
}

/** The first of some meta values that is there. */
export const metaOf = (head: PageHead, names: readonly string[]): string =>
  names.map((name) => head.meta.get(name) ?? "").find((value) => value !== "") ?? "";
