import Parser from "rss-parser";
import { err, ok, type Result } from "@/lib/core/result";
import type { RawEntry, RawFeed } from "./internal/raw-feed";
import { authorsOfFeed, readXmlEntry, type XmlFormat } from "./internal/read-xml-entry";
import { readXmlHints } from "./internal/read-xml-hints";
import { repairXml } from "./internal/repair-xml";
import { linksOf, pageLinks } from "./internal/xml-links";
import { canonicalNames } from "./internal/xml-names";
import { attributeOf, childrenNamed, firstText, rawPrefix, textOf } from "./internal/xml-node";
import type { ParseError } from "./types";

/**
 * Reads an RSS 0.9x, RSS 1.0, RSS 2.0 or Atom document with rss-parser, its source mended first.
 *
 * @param source decoded text
 * @returns the feed as received; `not-a-feed` with the reason in words for anything else
 */
export async function readXmlFeed(source: string): Promise<Result<{ raw: RawFeed; warnings: string[] }, ParseError>> {
  const { xml, root, namespaces, lacksChannel, warnings } = repairXml(source);
  if (root === null) return notAFeed(source.trim() === "" ? "the document is empty" : "the document holds no markup");
  const format = formatOf(root);
  if (!format) return notAFeed(isPage(root) ? "the document is a web page" : `the root element is <${root.slice(0, 60)}>`);
  try {
    const output = await makeReader(canonicalNames(root, namespaces)).parseString(xml);
    const raw = toRawFeed(output, format);
    if (lacksChannel && raw.entries.length === 0) return notAFeed("the document has neither channel nor entries");
    return ok({ raw, warnings });
  } catch (cause) {
    return notAFeed(`the document cannot be read: ${cause instanceof Error ? cause.message.split("\n")[0] : "unknown fault"}`);
  }
}

const notAFeed = (reason: string) => err({ kind: "not-a-feed" as const, reason });

function formatOf(root: string): XmlFormat | null {
  const local = root.slice(root.indexOf(":") + 1).toLowerCase();
  if (local === "feed") return "atom";
  return local === "rss" || local === "rdf" ? (local === "rdf" ? "rdf" : "rss") : null;
}

const isPage = (root: string): boolean => /^(html|body|head|div|p|script|meta|title)$/i.test(root);

const feedFields = [
  "title",
  "link",
  "atom:link",
  "language",
  "dc:language",
  "ttl",
  "skiphours",
  "skipdays",
  "sy:updateperiod",
  "sy:updatefrequency",
  "author",
  "atom:author",
  "id",
];

const entryFields = [
  "guid",
  "id",
  "atom:id",
  "dc:identifier",
  "link",
  "atom:link",
  "feedburner:origlink",
  "pheedo:origlink",
  "title",
  "dc:title",
  "media:title",
  "itunes:title",
  "description",
  "summary",
  "itunes:summary",
  "itunes:subtitle",
  "dc:description",
  "media:description",
  "content:encoded",
  "content",
  "atom:content",
  "xhtml:body",
  "xhtml:div",
  "body",
  "fulltext",
  "author",
  "atom:author",
  "dc:creator",
  "itunes:author",
  "dc:author",
  "byline",
  "pubdate",
  "published",
  "atom:published",
  "dc:date",
  "issued",
  "dcterms:issued",
  "created",
  "dcterms:created",
  "date",
  "dc:created",
  "updated",
  "atom:updated",
  "modified",
  "dcterms:modified",
  "lastmod",
  "dc:modified",
  "category",
  "atom:category",
  "dc:subject",
  "dc:language",
  "language",
  "media:group",
  "media:content",
  "media:thumbnail",
  "media:credit",
  "media:copyright",
  "media:text",
  "enclosure",
  "itunes:image",
  "image",
  "thumbnail",
  "thumb",
];

type Fields = Record<string, unknown>;

/** A reader serves one document: xml2js keeps state after a fault. */
function makeReader(rename: (name: string) => string): Parser<Fields, Fields> {
  const keep = (name: string) => [rawPrefix + name, rawPrefix + name, { keepArray: true }];
  const attributes = ["$", "$", { keepArray: true }];
  return new Parser<Fields, Fields>({
    defaultRSS: 2,
    xml2js: { tagNameProcessors: [rename] },
    // The type of rss-parser leaves out that feed fields take the same options as entry fields.
    customFields: { feed: [attributes, ...feedFields.map(keep)] as unknown as string[], item: [attributes, ...entryFields.map(keep)] },
  });
}

function toRawFeed(output: Parser.Output<Fields> & Fields, format: XmlFormat): RawFeed {
  const links = linksOf(output);
  const feedAuthors = format === "atom" ? authorsOfFeed(output) : [];
  const title = childrenNamed(output, "title")[0];
  return {
    format,
    title: { value: textOf(title).trim(), type: format === "atom" && !attributeOf(title, "type")?.includes("html") ? "text" : "html" },
    homeUrl: pageLinks(links)[0] ?? null,
    selfUrl: links.find((link) => link.rel === "self")?.href ?? null,
    language: attributeOf(output, "xml:lang") ?? firstText(output, "language", "dc:language"),
    bases: [attributeOf(output, "xml:base")].flatMap((base) => base ?? []),
    hints: readXmlHints(output),
    entries: output.items.map((item) => readEntry(item, format, feedAuthors)),
  };
}

/** A fault in one entry costs that entry only. */
function readEntry(item: unknown, format: XmlFormat, feedAuthors: string[]): RawEntry | null {
  try {
    return readXmlEntry(item, format, feedAuthors);
  } catch {
    return null;
  }
}
