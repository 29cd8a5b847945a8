import { attributeOf, childrenNamed, type XmlNode } from "./xml-node";

export type XmlLink = { href: string; rel: string; type: string };

/** The links of an entry or feed in either format: an address as text, or as `href` with a relation. */
export function linksOf(node: XmlNode): XmlLink[] {
  return childrenNamed(node, "link", "atom:link").flatMap((link) => {
    const href = (attributeOf(link, "href") ?? link.text).trim();
    const rel = (attributeOf(link, "rel") ?? "alternate").toLowerCase();
    return href === "" ? [] : [{ href, rel, type: (attributeOf(link, "type") ?? "").toLowerCase() }];
  });
}

/** Addresses of the page itself, web pages before other renditions. */
export function pageLinks(links: XmlLink[]): string[] {
  const pages = links.filter((link) => link.rel === "alternate");
  const isPage = (link: XmlLink) => link.type === "" || link.type.includes("html");
  return [...pages.filter(isPage), ...pages.filter((link) => !isPage(link))].map((link) => link.href);
}
