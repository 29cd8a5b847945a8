import type { Section } from "@/lib/articles/sections";
import type { ArticleCard } from "@/lib/articles/types";
import type { PickCard } from "@/lib/editorial/types";
import type { PublisherMark } from "@/lib/feeds/publisher-mark";
import type { TopStory } from "@/lib/stories/types";

export type FrontSection = { section: Section; cards: ArticleCard[] };

/** The front page as the desk and the ranking made it; how it is laid out is `choose-layout`'s. */
export type FrontView = {
  /** "World edition". */
  editionName: string;
  titleCount: number;
  countryCount: number;
  lead: ArticleCard | null;
  seconds: ArticleCard[];
  river: ArticleCard[];
  top: TopStory[];
  picks: PickCard[];
  sections: FrontSection[];
  /** Titles whose marks stand on the trial panel. */
  marks: PublisherMark[];
};
