import { readLinkHeader } from "./read-link-header";

type Answer = {
  /** Link header of the answer, or null. */
  linkHeader: string | null | undefined;
  /** Address that gave it. */
  url: string;
  feed: { olderUrl?: string };
};

/** Documents that are read behind a feed at most, when it is read for the first time. */
export const olderPagesMax = 10;

/**
 * Where a feed's entries go on: the archive before this document, or its next page, by the Link header, else as the
 * document says. Only on the feed's own origin: who was asked about is one server.
 *
 * @returns null where it ends
 * Source: RFC 5005, RFC 8288; jsonfeed.org/version/1.1 (`next_url`); security notes, section 4, item 16
 */
export function findOlder({ linkHeader, url, feed }: Answer): string | null {
  const links = readLinkHeader(linkHeader, url);
  const inHeader = (rel: string) => links.find((link) => link.rels.includes(rel))?.href;
  const older = inHeader("prev-archive") ?? feed.olderUrl ?? inHeader("next");
  return older && older !== url && new URL(older).origin === new URL(url).origin ? older : null;
}
