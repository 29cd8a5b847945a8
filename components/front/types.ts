import type { Section } from "@/lib/articles/sections";
import type { ArticleCard } from "@/lib/articles/types";
import type { PickCard, PickListView } from "@/lib/editorial/types";
import type { PublisherMark } from "@/lib/feeds/publisher-mark";
import type { TopStory } from "@/lib/stories/types";

/** What stands under the top of a front page, in order. */
export type FrontBlock =
  | { kind: "top"; top: TopStory[]; picks: PickCard[] }
  /** Another list of the desk's. */
  | { kind: "picks"; list: PickListView }
  | { kind: "section"; section: Section; cards: ArticleCard[] }
  /** A block of the reader's own: `note` says what brought these cards together, `more` leads on. */
  | { kind: "own"; id: string; name: string; note: string; cards: ArticleCard[]; more: { url: string; words: string } | null };

/** What a reader's own front page has besides; `isNew`: they have chosen nothing yet. */
export type FrontOwn = { isPersonal: boolean; isNew: boolean };

/** The front page as the desk and the ranking made it; how it is laid out is `choose-layout`'s. */
export type FrontView = {
  /** "World edition". */
  editionName: string;
  titleCount: number;
  countryCount: number;
  lead: ArticleCard | null;
  seconds: ArticleCard[];
  river: { name: string; url: string | null; cards: ArticleCard[] };
  blocks: FrontBlock[];
  /** Titles whose marks stand on the trial panel. */
  marks: PublisherMark[];
  /** Null on everyone's page. */
  own: FrontOwn | null;
};
