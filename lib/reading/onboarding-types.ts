import type { PublisherMark } from "@/lib/feeds/publisher-mark";
import type { PreviewCard } from "./arrange-preview";
import type { FollowTarget } from "./follow-types";
import type { Choices } from "./visitor-choices";

/** A title to pick, with its mark. */
export type TitleChoice = FollowTarget & { mark: PublisherMark };

/** All that can be picked for a front page of one's own, what is picked, and the page so far. */
export type StartView = {
  choices: Choices;
  /** Countries that have a title, ISO 3166-1 alpha-2. */
  countries: string[];
  /** Languages that have top stories, primary subtags. */
  languages: string[];
  sections: FollowTarget[];
  topics: FollowTarget[];
  titles: TitleChoice[];
  /** Writers and stories, which are only here where they are picked or followed. */
  others: FollowTarget[];
  /** What an account follows of all this already, as `kind:target`: left unpicked, it is let go of. */
  followed: string[];
  preview: PreviewCard[];
};
