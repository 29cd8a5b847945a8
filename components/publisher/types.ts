import type { CardPage, Direction } from "@/lib/articles/types";
import type { MuteMark } from "@/lib/entitlements/mute-types";
import type { PublisherMark } from "@/lib/feeds/publisher-mark";
import type { FollowMark } from "@/lib/reading/follow-types";

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
    isRetired: boolean;
  };
  page: CardPage;
  isFirst: boolean;
  follow: FollowMark;
  /** Null for a visitor, who mutes nothing. */
  mute?: MuteMark | null;
};
