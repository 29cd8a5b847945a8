import type { CardPage } from "@/lib/articles/types";
import type { PublisherMark } from "@/lib/feeds/publisher-mark";

/** A writer on a page of their own. */
export type AuthorView = {
  author: { slug: string; name: string };
  /** The titles they have written for. */
  publishers: PublisherMark[];
  page: CardPage;
  isFirst: boolean;
};
