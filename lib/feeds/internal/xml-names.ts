/** Namespaces of feeds and the prefix we know each by; the empty prefix is the feed format's own. */
const knownNamespaces: readonly (readonly [RegExp, string])[] = [
  [/^https?:\/\/(www\.w3\.org\/2005\/Atom|purl\.org\/atom\/)/i, "atom"],
  [/^https?:\/\/purl\.org\/rss\/1\.0\/modules\/content/i, "content"],
  [/^https?:\/\/purl\.org\/rss\/1\.0\/modules\/syndication/i, "sy"],
  [/^https?:\/\/purl\.org\/dc\/elements\/1\./i, "dc"],
  [/^https?:\/\/purl\.org\/dc\/terms/i, "dcterms"],
  [
    /^https?:\/\/(purl\.org\/rss\/1\.0\/?$|my\.netscape\.com\/rdf\/simple|channel\.netscape\.com\/rdf\/simple|backend\.userland\.com\/rss)/i,
    "",
  ],
  [/^https?:\/\/search\.yahoo\.com\/mrss/i, "media"],
  [/^https?:\/\/purl\.org\/rss\/1\.0\/modules\/slash/i, "slash"],
  [/^https?:\/\/www\.georss\.org\/georss/i, "georss"],
  [/^https?:\/\/www\.itunes\.com\/dtds\/podcast/i, "itunes"],
  [/^https?:\/\/www\.w3\.org\/1999\/02\/22-rdf-syntax-ns/i, "rdf"],
  [/^https?:\/\/www\.w3\.org\/1999\/xhtml/i, "xhtml"],
];

/** Elements that hold text or markup and no elements of the feed format, by local name. */
const textElements = new Set([
  "title",
  "description",
  "summary",
  "subtitle",
  "tagline",
  "content",
  "encoded",
  "body",
  "rights",
  "copyright",
  "info",
  "abstract",
  "fulltext",
]);

export type XmlName = { canonical: string; isText: boolean };

/** The one form of each element name of a document, whatever prefixes it chose: lower case, our prefix. */
export class XmlNames {
  private readonly prefixes = new Map<string, string>();
  private readonly known = new Map<string, XmlName>();
  private isAtom = false;

  /** Called with the root's name as written, first: in an Atom document Atom's prefix is dropped. */
  start(root: string): void {
    this.isAtom = localName(root) === "feed";
  }

  /** Notes the namespaces that an attribute list declares; the first declaration of a prefix counts. */
  declare(attributes: string): void {
    for (const [, prefix, , uri] of attributes.matchAll(/\sxmlns:([\w.-]+)\s*=\s*(["'])([^"']*)\2/g)) {
      const known = knownNamespaces.find(([pattern]) => pattern.test(uri?.trim() ?? ""));
      if (prefix && known && !this.prefixes.has(prefix)) this.prefixes.set(prefix, known[1]);
    }
    this.known.clear();
  }

  of(name: string): XmlName {
    const known = this.known.get(name);
    if (known) return known;
    const read = this.read(name);
    this.known.set(name, read);
    return read;
  }

  private read(name: string): XmlName {
    const colon = name.indexOf(":");
    const written = colon < 0 ? "" : name.slice(0, colon);
    const ours = this.prefixes.get(written) ?? written.toLowerCase();
    const prefix = this.isAtom && ours === "atom" ? "" : ours;
    const local = localName(name);
    // media:content and its like hold elements.
    const isText = local === "content" ? prefix === "" || ours === "atom" : textElements.has(local);
    return { canonical: prefix === "" ? local : `${prefix}:${local}`, isText };
  }
}

/** A name without its prefix, in lower case. */
export const localName = (name: string): string => name.slice(name.indexOf(":") + 1).toLowerCase();
