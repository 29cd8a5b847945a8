import { db } from "@/lib/platform/db";
import type { PrismaClient } from "@/prisma/generated/client";
import { type LoadCounts, upsertPublishers, type WantedPublisher } from "./catalogue-store";

/** A real publisher as `prisma/catalogue` gives it. */
export type CatalogueEntry = {
  slug: string;
  name: string;
  latinName?: string;
  homeUrl: string;
  country: string;
  language: string;
  direction: "ltr" | "rtl";
  editions: string[];
  colour: string;
  initials: string;
  licence: "partner" | "feed" | "headline";
  wall: "open" | "registered" | "paid";
  indexing: "self" | "noindex_news" | "noindex" | "canonical_to_source";
  stateMedia?: boolean;
  feeds: { url: string; section: string; language?: string }[];
};

/** A title of the bundled newsroom as `prisma/newsroom` gives it; a feed of all sections has none. */
export type SampleEntry = {
  slug: string;
  name: string;
  homeUrl: string;
  tagline: string;
  country: string;
  language: string;
  direction: "ltr" | "rtl";
  colour: string;
  initials: string;
  licence: "partner";
  wall: "open" | "registered" | "paid";
  feeds: { url: string; section: string | null }[];
};

/**
 * Loads the catalogue and, where wanted, the sample partners, in one transaction. What is in neither is taken
 * out of the paper; nothing is deleted. Running it again changes nothing.
 *
 * @param lists.sample null takes all sample partners out
 */
export function loadPublishers(
  lists: { catalogue: readonly CatalogueEntry[]; sample: readonly SampleEntry[] | null },
  conn: PrismaClient = db,
  now = new Date(),
): Promise<LoadCounts> {
  const wanted = [...lists.catalogue.map(fromCatalogue), ...(lists.sample ?? []).map(fromSample)];
  return conn.$transaction((tx) => upsertPublishers(wanted, now, tx));
}

function fromCatalogue(entry: CatalogueEntry): WantedPublisher {
  return {
    ...entry,
    latinName: entry.latinName ?? null,
    tagline: null,
    stateMedia: entry.stateMedia ?? false,
    isSample: false,
    feeds: entry.feeds.map((feed) => ({ url: feed.url, section: feed.section, language: feed.language ?? null })),
  };
}

function fromSample(entry: SampleEntry): WantedPublisher {
  return {
    ...entry,
    latinName: null,
    editions: [],
    indexing: "noindex",
    stateMedia: false,
    isSample: true,
    feeds: entry.feeds.map((feed) => ({ url: feed.url, section: feed.section ?? "top", language: null })),
  };
}
