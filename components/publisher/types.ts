import type { CardPage, Direction } from "@/lib/articles/types";
import type { PublisherMark } from "@/lib/feeds/publisher-mark";

/** A title on its own page. */
export type PublisherView = {
  publisher: PublisherMark & {
    tagline: string | null;
    homeUrl: string;
    /** ISO 3166 two letters. */
    country: string;
    language: string;
    direction: Direction;
    licence: "partner" | "feed" | "headline";
    isStateMedia: boolean;
  };
  page: CardPage;
  isFirst: boolean;
};
