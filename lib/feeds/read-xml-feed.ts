import { err, ok, type Result } from "@/lib/core/result";
import type { RawEntry, RawFeed } from "./internal/raw-feed";
import { readWithRssParser } from "./internal/read-with-rss-parser";
import { authorsOf, readXmlEntry, type XmlFormat } from "./internal/read-xml-entry";
import { readXmlHints } from "./internal/read-xml-hints";
import { readXmlTree, type XmlTree } from "./internal/read-xml-tree";
import { linksOf, pageLinks } from "./internal/xml-links";
import { localName } from "./internal/xml-names";
import { attributeOf, childrenNamed, firstText, type XmlNode } from "./internal/xml-node";
import type { ParseError } from "./types";

type ReadXml = { raw: RawFeed; warnings: string[] };

/**
 * Reads an RSS 0.9x, RSS 1.0, RSS 2.0 or Atom document: with our own forgiving reader, and with rss-parser where
 * that finds no entries although the document speaks of some.
 *
 * @param source decoded text
 * @returns the feed as received; `not-a-feed` with the reason in words for anything else
 */
export async function readXmlFeed(source: string): Promise<Result<ReadXml, ParseError>> {
  const tree = readXmlTree(source);
  const read = readTree(tree, source);
  if (read.ok && read.value.raw.entries.length > 0) return read;
  if (!/<(?:\w+:)?(?:item|entry)[\s>/]/i.test(source)) return read;
  const second = await readWithRssParser(source);
  return second && second.entries.length > 0 ? ok({ raw: second, warnings: [...tree.warnings, "read by the second reader"] }) : read;
}

function readTree(tree: XmlTree, source: string): Result<ReadXml, ParseError> {
  const { root, entries, entriesBeyond, warnings } = tree;
  if (root === null) return notAFeed(source.trim() === "" ? "the document is empty" : "the document holds no markup");
  const format = formatOf(root.name);
  if (!format) return notAFeed(isPage(root.name) ? "the document is a web page" : `the root element is <${root.name.slice(0, 60)}>`);
  const channel = format === "atom" ? root : root.named("channel")[0];
  if (!channel && entries.length === 0) return notAFeed("the document has neither channel nor entries");
  const raw = { ...toRawFeed(root, channel ?? root, entries, format), entriesBeyond };
  return ok({ raw, warnings: channel ? warnings : [...warnings, "the feed has no channel"] });
}

const notAFeed = (reason: string) => err({ kind: "not-a-feed" as const, reason });

function formatOf(root: string): XmlFormat | null {
  const local = localName(root);
  if (local === "feed") return "atom";
  return local === "rss" || local === "rdf" ? local : null;
}

const isPage = (root: string): boolean => /^(xhtml:)?(html|body|head|div|p|script|meta|title)$/.test(root);

function toRawFeed(root: XmlNode, channel: XmlNode, entries: XmlNode[], format: XmlFormat): Omit<RawFeed, "entriesBeyond"> {
  const links = linksOf(channel);
  const feedAuthors = format === "atom" ? authorsOf(channel) : [];
  const title = childrenNamed(channel, "title", "dc:title")[0];
  const stated = (name: string) => attributeOf(channel, name) ?? attributeOf(root, name);
  return {
    format,
    title: title
      ? { value: title.text.trim(), type: format === "atom" && !attributeOf(title, "type")?.includes("html") ? "text" : "html" }
      : null,
    homeUrl: pageLinks(links)[0] ?? null,
    selfUrl: links.find((link) => link.rel === "self")?.href ?? null,
    hubUrls: links.filter((link) => link.rel === "hub").map((link) => link.href),
    olderUrls: olderRels.flatMap((rel) => links.filter((link) => link.rel === rel).map((link) => link.href)),
    language: stated("xml:lang") ?? firstText(channel, "language", "dc:language"),
    bases: [stated("xml:base")].flatMap((base) => base ?? []),
    hints: readXmlHints(channel),
    entries: entries.map((entry) => readEntry(entry, format, feedAuthors)),
  };
}

/** RFC 5005: an archive is complete, a page of a list may have moved on since. */
const olderRels = ["prev-archive", "next"];

/** A fault in one entry costs that entry only. */
function readEntry(node: XmlNode, format: XmlFormat, feedAuthors: string[]): RawEntry | null {
  try {
    return readXmlEntry(node, format, feedAuthors);
  } catch {
    return null;
  }
}
