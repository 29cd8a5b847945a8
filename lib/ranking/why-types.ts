import type { ArticleCard } from "@/lib/articles/types";
import type { FollowKind } from "@/lib/reading/types";
import type { NamedFacet } from "./profile-types";
import type { RankTerms } from "./types";

/** Why a card stood where it did in one order. The terms sum to the score; the facets' points sum to the affinity. */
export type PlaceReasons = {
  orderId: number;
  score: number;
  terms: RankTerms;
  because: (NamedFacet & { points: number })[];
  followed: NamedFacet[];
  isOutside: boolean;
  /** How old it was then, in hours, and how often its card had been passed over. */
  ageHours: number;
  timesShown: number;
  madeAt: Date;
};

/** Something about a card that can be followed, muted or weighed; null marks what cannot be. */
export type WhyControl = {
  kind: FollowKind;
  target: string;
  name: string;
  path: string | null;
  isFollowed: boolean;
  /** The mute that is on it; null where there is none. Sections are not muted. */
  muteId: number | null;
  canMute: boolean;
  /** What is thought of it, -1 to 1; null where nothing is known, and for stories. */
  weight: number | null;
};

/** The page of one card's reasons and choices. */
export type WhyView = {
  card: ArticleCard;
  /** Null where the card stood in no order of the reader's. */
  reasons: PlaceReasons | null;
  controls: WhyControl[];
  /** How many titles tell its story. */
  titleCount: number;
  isPersonal: boolean;
};
