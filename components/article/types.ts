import type { PickCard } from "@/lib/editorial/types";
import type { PublisherMark } from "@/lib/feeds/publisher-mark";
import type { RelatedCard, TopStory } from "@/lib/stories/types";
import type { TopicMark } from "@/lib/topics/types";

/** What stands after an article. */
export type ArticleSurroundings = {
  related: RelatedCard[];
  top: TopStory[];
  picks: PickCard[];
  /** What it is about, weightiest first. */
  topics: TopicMark[];
  titleCount: number;
  /** Titles whose marks stand on the wall and the trial panel. */
  marks: PublisherMark[];
};
