import type { ArticleCard } from "@/lib/articles/types";
import type { PickCard } from "@/lib/editorial/types";
import type { PublisherMark } from "@/lib/feeds/publisher-mark";
import type { TopStory } from "@/lib/stories/types";

/** What stands after an article. */
export type ArticleSurroundings = {
  related: ArticleCard[];
  top: TopStory[];
  picks: PickCard[];
  titleCount: number;
  /** Titles whose marks stand on the wall and the trial panel. */
  marks: PublisherMark[];
};
