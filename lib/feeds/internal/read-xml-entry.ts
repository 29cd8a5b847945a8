import type { RawEntry, RawText } from "./raw-feed";
import { imagesOf } from "./read-xml-images";
import { linksOf, pageLinks } from "./xml-links";
import { allTexts, attributeOf, childrenNamed, firstText, type XmlNode } from "./xml-node";

export type XmlFormat = "rss" | "rdf" | "atom";

/**
 * Reads one item or entry of an XML feed, whichever format and modules it is written in.
 *
 * @param feedAuthors what an Atom entry without author inherits
 * Source: RSS 2.0, RSS 1.0, RFC 4287, Atom 0.3, Dublin Core, content, Media RSS, iTunes, Slash and GeoRSS modules
 */
export function readXmlEntry(node: XmlNode, format: XmlFormat, feedAuthors: string[]): RawEntry {
  const links = linksOf(node);
  const guid =
    firstText(node, "guid", "id", "atom:id") ??
    (format === "rdf" ? attributeOf(node, "rdf:about") : null) ??
    firstText(node, "dc:identifier");
  const authors = authorsOf(node);
  return {
    guid,
    links: [...pageLinks(links), ...permalinkOf(node, format), ...originalLinks(node)],
    title: titleOf(node, format),
    summary: firstRawText(
      node,
      format,
      "description",
      "summary",
      "itunes:summary",
      "dc:description",
      "media:description",
      "itunes:subtitle",
    ),
    content: firstRawText(node, format, "content:encoded", "content", "atom:content", "xhtml:body", "body", "xhtml:div", "fulltext"),
    authors: authors.length > 0 ? authors : feedAuthors,
    published: allTexts(
      node,
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
    ),
    updated: allTexts(node, "updated", "atom:updated", "modified", "dcterms:modified", "lastmod", "dc:modified"),
    categories: categoriesOf(node),
    images: imagesOf(node, links),
    language: attributeOf(node, "xml:lang") ?? firstText(node, "dc:language", "language"),
    bases: basesOf(node),
  };
}

/** A guid is an address unless it says otherwise; an RSS 1.0 item is named by its address. */
function permalinkOf(node: XmlNode, format: XmlFormat): string[] {
  if (format === "rdf") return [attributeOf(node, "rdf:about") ?? ""];
  const guid = node.named("guid")[0];
  const isPermalink = attributeOf(guid, "isPermaLink")?.trim().toLowerCase() !== "false";
  const text = guid?.text.trim() || (firstText(node, "id") ?? "");
  return isPermalink && /^https?:/i.test(text) ? [text] : [];
}

const originalLinks = (node: XmlNode): string[] => allTexts(node, "feedburner:origlink", "pheedo:origlink");

function titleOf(node: XmlNode, format: XmlFormat): RawText | null {
  for (const title of childrenNamed(node, "title", "dc:title", "media:title", "itunes:title")) {
    const value = title.text.trim();
    if (value !== "") return { value, type: isMarkup(title, format) ? "html" : "text" };
  }
  return null;
}

function firstRawText(node: XmlNode, format: XmlFormat, ...names: string[]): RawText | null {
  for (const child of childrenNamed(node, ...names)) {
    const value = child.text.trim();
    const isForeign = /^(image|audio|video|application\/(?!xhtml|xml))/i.test(attributeOf(child, "type") ?? "");
    if (value !== "" && !isForeign) return { value, type: isMarkup(child, format) || looksLikeMarkup(value) ? "html" : "text" };
  }
  return null;
}

/** Atom's texts are plain unless they say otherwise; RSS never says, and its texts are HTML in practice. */
function isMarkup(node: XmlNode, format: XmlFormat): boolean {
  const type = attributeOf(node, "type")?.toLowerCase();
  if (type) return type.includes("html") || type.includes("xml");
  return format !== "atom" || attributeOf(node, "mode")?.toLowerCase() === "escaped";
}

const looksLikeMarkup = (text: string): boolean =>
  /<\/?(p|br|a|img|div|b|i|em|strong|ul|ol|li|blockquote|h[1-6]|span|figure)\b[^<>]*>/i.test(text);

/** Names of the authors that an entry, or a feed for all its entries, states. */
export function authorsOf(node: XmlNode): string[] {
  const named = childrenNamed(node, "author", "atom:author").map((author) => firstText(author, "name", "atom:name") ?? author.text.trim());
  const creators = allTexts(node, "dc:creator");
  const found = creators.length > 0 ? creators : named.filter((name) => name !== "");
  return found.length > 0 ? found : allTexts(node, "itunes:author", "dc:author", "byline");
}

function categoriesOf(node: XmlNode): string[] {
  const named = childrenNamed(node, "category", "atom:category").map(
    (category) => attributeOf(category, "label") ?? (category.text.trim() || attributeOf(category, "term")),
  );
  const subjects = allTexts(node, "dc:subject").flatMap((text) => text.split(/[,;]/));
  // A section and a place are what an article is about as well; the modules' counts and coordinates are shown nowhere.
  const filed = allTexts(node, "slash:section", "georss:featurename");
  return [...named, ...subjects, ...filed].flatMap((category) => category?.trim() || []);
}

/** xml:base of an entry and of its content. */
function basesOf(node: XmlNode): string[] {
  const content = childrenNamed(node, "content", "content:encoded")[0];
  return [attributeOf(node, "xml:base"), attributeOf(content, "xml:base")].flatMap((base) => base ?? []);
}
