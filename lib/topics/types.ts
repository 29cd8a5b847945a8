/** What a name stands for; "term" where nothing tells it. */
export const topicKinds = ["person", "place", "organisation", "term"] as const;
export type TopicKind = (typeof topicKinds)[number];

/** What of an article names are found in: public texts only. `language` is a BCP 47 tag. */
export type NameSource = {
  headline: string;
  standfirst: string;
  leadIn: string;
  language: string;
  /** The publisher's own labels. */
  categories: readonly string[];
  /** Names that say who speaks and not what of: the title's own, its writers'. */
  ownNames: readonly string[];
};

/** A name that a text holds. */
export type FoundName = {
  /** As `foldName` folds it. */
  key: string;
  /** As the text spells it. */
  name: string;
  kind: TopicKind;
  /** By its places in the text, greater than 0. */
  weight: number;
  /** Shorter names that stand for it in this text, folded. */
  shortKeys: string[];
};

/** A topic as a link to its page names it. */
export type TopicMark = { slug: string; name: string; kind: TopicKind; language: string };

/** A topic in the directory: how many articles of the last 14 days are about it. */
export type TopicEntry = TopicMark & { articleCount: number };
