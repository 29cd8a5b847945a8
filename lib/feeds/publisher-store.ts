import { type Conn, db } from "@/lib/platform/db";

/** A publisher as the source directory and its own page show it. */
export type PublisherFacts = {
  id: number;
  slug: string;
  name: string;
  latinName: string | null;
  homeUrl: string;
  tagline: string | null;
  country: string;
  language: string;
  direction: string;
  editions: string[];
  colour: string;
  initials: string;
  licence: "partner" | "feed" | "headline";
  wall: "open" | "registered" | "metered" | "lead_in" | "paid";
  indexing: "self" | "noindex_news" | "noindex" | "canonical_to_source";
  stateMedia: boolean;
  isSample: boolean;
  /** Whether its contract lets us fetch a full text from the article's page. */
  fullText: boolean;
  /** Nothing new comes of it since then. */
  retiredAt: Date | null;
  /** A picture that stands for it in place of its initials. */
  logoHash: string | null;
};

/** The columns of `PublisherFacts`. */
export const publisherColumns = {
  id: true,
  slug: true,
  name: true,
  latinName: true,
  homeUrl: true,
  tagline: true,
  country: true,
  language: true,
  direction: true,
  editions: true,
  colour: true,
  initials: true,
  licence: true,
  wall: true,
  indexing: true,
  stateMedia: true,
  isSample: true,
  fullText: true,
  retiredAt: true,
  logoHash: true,
} as const;

/** The directory never lists more publishers than this on one page. */
const publishersMax = 1_000;

/** Active publishers. Order: country, then slug. */
export function listPublishers(take = publishersMax, conn: Conn = db): Promise<PublisherFacts[]> {
  return conn.publisher.findMany({
    where: { isActive: true },
    orderBy: [{ country: "asc" }, { slug: "asc" }],
    take: Math.min(take, publishersMax),
    select: publisherColumns,
  });
}

/** How many titles the paper has: what the landing page rounds down and prints. */
export function countPublishers(conn: Conn = db): Promise<number> {
  return conn.publisher.count({ where: { isActive: true } });
}
