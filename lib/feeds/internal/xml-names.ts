import { rawPrefix } from "./xml-node";

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
  [/^https?:\/\/www\.itunes\.com\/dtds\/podcast/i, "itunes"],
  [/^https?:\/\/www\.w3\.org\/1999\/02\/22-rdf-syntax-ns/i, "rdf"],
  [/^https?:\/\/www\.w3\.org\/1999\/xhtml/i, "xhtml"],
];

/** What rss-parser looks for by itself to find a feed's entries. */
const containers = new Set(["rss", "channel", "item", "rdf:RDF", "feed", "entry"]);

/**
 * Makes the renaming that runs on every element name: whatever prefix a document chose, a name has one form.
 *
 * All but the containers go under `rawPrefix`, out of rss-parser's own sight: its reading of single fields throws
 * the whole feed away for one bad Atom date or a link without attributes, and spends half its time on snippets.
 *
 * @param root the root element as written; in an Atom document Atom's prefix is dropped
 */
export function canonicalNames(root: string | null, namespaces: ReadonlyMap<string, string>): (name: string) => string {
  const prefixes = new Map<string, string>();
  for (const [prefix, uri] of namespaces) {
    const known = knownNamespaces.find(([pattern]) => pattern.test(uri));
    if (known) prefixes.set(prefix, known[1]);
  }
  const isAtom = root !== null && /(^|:)feed$/i.test(root);
  const cache = new Map<string, string>();
  return (name) => {
    const cached = cache.get(name);
    if (cached !== undefined) return cached;
    const canonical = canonicalName(name, prefixes, isAtom);
    cache.set(name, canonical);
    return canonical;
  };
}

function canonicalName(name: string, prefixes: ReadonlyMap<string, string>, isAtom: boolean): string {
  const colon = name.indexOf(":");
  const written = colon < 0 ? "" : name.slice(0, colon);
  const known = prefixes.get(written) ?? written.toLowerCase();
  const prefix = isAtom && known === "atom" ? "" : known;
  const local = name.slice(colon + 1).toLowerCase();
  const full = prefix === "" ? local : `${prefix}:${local}`;
  const canonical = full === "rdf:rdf" ? "rdf:RDF" : full;
  return containers.has(canonical) ? canonical : rawPrefix + canonical;
}
