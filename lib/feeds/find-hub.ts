import { absoluteHref } from "@/lib/core/url";
import { readLinkHeader } from "./read-link-header";

/** Where a feed's pushes come from, and the address it goes by there. */
export type HubLinks = { hubUrl: string; topicUrl: string };

type Answer = {
  /** Link header of the answer, or null. */
  linkHeader: string | null | undefined;
  /** Address that gave it. */
  url: string;
  feed: { hubUrl?: string | null; selfUrl: string | null };
};

/**
 * The hub a feed announces: by its Link header, else in the document. Of several in the header the first over https
 * counts. A feed that names no address of its own goes by the one it was fetched from.
 *
 * @returns null for a feed without a hub
 * Source: W3C WebSub section 4; security notes, section 4, item 15
 */
export function findHub({ linkHeader, url, feed }: Answer): HubLinks | null {
  const links = readLinkHeader(linkHeader, url);
  const hrefOf = (rel: string) => links.filter((link) => link.rels.includes(rel)).map((link) => link.href);
  const hubs = hrefOf("hub");
  const inHeader = hubs.find((href) => href.startsWith("https:")) ?? hubs[0];
  const hubUrl = inHeader ?? absoluteHref(feed.hubUrl, url);
  if (!hubUrl) return null;
  return { hubUrl, topicUrl: (inHeader ? hrefOf("self")[0] : null) ?? feed.selfUrl ?? hrefOf("self")[0] ?? url };
}
