import { parseDate } from "@/lib/feeds/parse-date";
import { metaOf, type PageHead } from "./extract-head";
import { hasType, textValue } from "./extract-json-ld";
import { ancestors, attr, findAll, namesOf, type PageElement, type PageTree, textOf } from "./extract-tree";

/** When a page says it was published and last changed; null where it does not say. */
export type PageDates = { publishedAt: Date | null; modifiedAt: Date | null };

const publishedNames = [
  "article:published_time",
  "og:published_time",
  "og:article:published_time",
  "article:published",
  "datepublished",
  "date.published",
  "published",
  "published_at",
  "published-date",
  "published_time",
  "publisheddate",
  "publish-date",
  "publish_date",
  "publication_date",
  "publicationdate",
  "pubdate",
  "pub_date",
  "parsely-pub-date",
  "sailthru.date",
  "cxenseparse:recs:publishtime",
  "cxenseparse:publishtime",
  "rnews:datepublished",
  "dc.date.issued",
  "dcterms.issued",
  "dc.date.created",
  "dcterms.created",
  "dc.date",
  "dcterms.date",
  "dc:date",
  "dcterms.available",
  "citation_publication_date",
  "citation_online_date",
  "citation_date",
  "ptime",
  "displaydate",
  "article_date_original",
  "originalpublicationdate",
  "article.published",
  "article.created",
  "datecreated",
  "created",
  "creation_date",
  "og:pubdate",
  "article:create_date",
  "date",
];
const modifiedNames = [
  "article:modified_time",
  "og:updated_time",
  "og:modified_time",
  "datemodified",
  "dc.date.modified",
  "dcterms.modified",
  "lastmod",
  "last-modified",
  "modified",
  "article.updated",
  "parsely-mod-date",
];

/**
 * Reads the dates of a page: JSON-LD first, then meta, microdata and `<time>`, a worded date in the article's head, and
 * last the day in its address.
 */
export function readDates(tree: PageTree, head: PageHead, url: string): PageDates {
  const articles = [head.article, ...head.things.filter((thing) => hasType(thing, /Article|Posting|WebPage|Report/))].filter(
    (thing) => thing !== null,
  );
  const stated = (key: string) => articles.map((thing) => textValue(thing, key));
  const published = [
    ...stated("datePublished"),
    ...publishedNames.map((name) => head.meta.get(name) ?? ""),
    ...markedDates(tree, "datePublished"),
    ...stated("dateCreated"),
    ...stated("uploadDate"),
  ];
  const publishedAt = firstDate(published) ?? firstDate(shownDates(tree)) ?? dayOfAddress(url);
  const modifiedAt = firstDate([...stated("dateModified"), metaOf(head, modifiedNames), ...markedDates(tree, "dateModified")]);
  return { publishedAt: publishedAt ?? modifiedAt, modifiedAt };
}

/** Before the web there were no pages; what says so means something else. */
const earliest = Date.UTC(1_993, 0, 1);

function firstDate(texts: readonly string[]): Date | null {
  for (const text of texts) {
    if (text === "" || text.length > 80) continue;
    const date = parseDate(text) ?? parseDate(text.replace(/\s*[|·•,]\s*/g, " ")) ?? compactDate(text);
    if (date && date.getTime() >= earliest) return date;
  }
  return null;
}

/** "20240517" and "2024-05-17T10-20". */
function compactDate(text: string): Date | null {
  const match = text.match(/^\s*((?:19|20)\d{2})[-/.]?(0[1-9]|1[0-2])[-/.]?(0[1-9]|[12]\d|3[01])(?=$|\D)/);
  return match ? parseDate(`${match[1]}-${match[2]}-${match[3]}`) : null;
}

const markedDates = (tree: PageTree, property: string): string[] =>
  findAll(tree, (element) => attr(element, "itemprop").split(/\s+/).includes(property)).map(dateText);

const dateText = (element: PageElement): string => attr(element, "content") || attr(element, "datetime") || textOf(element).slice(0, 80);

const dateName =
  /(?:^|[\s_-])(?:pub-?date|publish(?:ed)?(?:-?(?:date|at|on|time))?|date-?(?:time|line|published|posted)?|post-?date|article-?date|entry-?date|timestamp|time-?stamp|posted-on|created|datum|fecha|data-publicacao)(?:$|[\s_-])/;

/** Dates that a reader sees: `<time>` first, those marked as publication before others, none in lists of other articles. */
function shownDates(tree: PageTree): string[] {
  const times = findAll(tree, ({ name }) => name === "time").filter((element) => !isElsewhere(element));
  const published = times.filter((element) => "pubdate" in element.attribs || dateName.test(namesOf(element)));
  const named = findAll(
    tree,
    (element) =>
      element.name !== "time" &&
      element.name !== "meta" &&
      dateName.test(namesOf(element)) &&
      textOf(element).length <= 80 &&
      textOf(element).length >= 6,
  );
  return [...published, ...times, ...named.filter((element) => !isElsewhere(element))]
    .slice(0, 40)
    .map((element) => dateText(element).replace(/^\D{0,40}?[:：]\s*/, ""));
}

const isElsewhere = (element: PageElement): boolean =>
  [...ancestors(element)].some(
    (around) =>
      around.name === "aside" ||
      around.name === "footer" ||
      around.name === "nav" ||
      /related|sidebar|comment|recommend|widget|teaser|footer/i.test(namesOf(around)),
  );

/** "/2024/05/17/" or "/2024-05-17-" in an address: a day, at midnight UTC. */
function dayOfAddress(url: string): Date | null {
  const match =
    url.match(/[/_-]((?:19|20)\d{2})[/_-]?(0[1-9]|1[0-2])[/_-]?(0[1-9]|[12]\d|3[01])(?=[/_.-]|$)/) ??
    url.match(/\/((?:19|20)\d{2})\/(\d{1,2})\/(\d{1,2})(?=\/)/);
  return match ? firstDate([`${match[1]}-${match[2]?.padStart(2, "0")}-${match[3]?.padStart(2, "0")}`]) : null;
}
