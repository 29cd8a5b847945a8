import type { DueFeed } from "@/lib/feeds/types";

/** What of a feed's own row decides what becomes of its entries. */
export type DraftTitle = Pick<DueFeed, "publisherId" | "url" | "section" | "language" | "identity"> & {
  publisher: Pick<DueFeed["publisher"], "slug" | "licence" | "wall" | "language" | "fullText" | "sectionMap">;
};

/** Of a leased feed what drafts are made by, so that nothing else travels to another process. */
export function draftTitleOf({ publisherId, url, section, language, identity, publisher }: DueFeed): DraftTitle {
  const { slug, licence, wall, language: titleLanguage, fullText, sectionMap } = publisher;
  const own = { slug, licence, wall, language: titleLanguage, fullText, ...(sectionMap && { sectionMap }) };
  return { publisherId, url, section, language, identity, publisher: own };
}
