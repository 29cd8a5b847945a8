import type { ArticleCard } from "@/lib/articles/types";
import type { EditionMinutes } from "@/lib/reading/types";
import type { EditionSlot } from "./edition-slot";

/** A finite edition as its reader sees it now; what is muted or withdrawn since is left out. */
export type OwnEdition = {
  slot: EditionSlot;
  /** The length asked for; what it came to is the sum of its cards. */
  minutes: EditionMinutes;
  /** In reading order, each with what the reader has done with its story. */
  cards: ArticleCard[];
  countryCount: number;
  /** IANA name of the zone its hours are told in. */
  timeZone: string;
};
