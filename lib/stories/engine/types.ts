import type { ArticleNumbers } from "./article-numbers";
import type { Vector } from "./vector";

/** An article as the engine reads it; `text` is plain and may be empty, `language` a primary subtag. */
export type EngineArticle = {
  id: number;
  publishedAtMs: number;
  language: string;
  publisher: string;
  headline: string;
  standfirst: string;
  text: string;
};

/** What the store keeps of an assigned article: enough to warm an engine, in the order of assignment. */
export type EngineMember = {
  id: number;
  publishedAtMs: number;
  publisher: string;
  headline: string;
  storyKey: number;
  terms: readonly string[];
  /** Of each term, 0 to 10,000: as weighed when the article came. */
  weights: readonly number[];
  signature: Uint8Array | null;
  copyOfId: number | null;
};

/** Why an article is where it is: each part of the likeness to the best story found, joined or not. */
export type ChoiceReasons = {
  /** Cosine with the story's centroid, 0 to 1. */
  centroid: number;
  /** Mean likeness to its two nearest members, 0 to 1. */
  nearest: number;
  /** What is left after the hours since the story's last news, 0 to 1. */
  freshness: number;
  /** What the likeness had to reach. */
  needed: number;
};

/** What the engine says of one article, and what that changed for others. */
export type EngineVerdict = {
  id: number;
  storyKey: number;
  /** Likeness to the story it joined or, where it opened one, to the nearest: 0 to 1. */
  score: number;
  isNew: boolean;
  copyOfId: number | null;
  /** Null where no story came near. */
  reasons: ChoiceReasons | null;
  terms: string[];
  weights: number[];
  signature: Uint8Array | null;
  mergedKeys: readonly { from: number; into: number }[];
  splits: readonly { from: number; into: number; ids: readonly number[] }[];
};

/** The clusters of one language in memory. */
export type StoryEngine = {
  /** Takes in articles that have their stories already, in the order in which they got them. */
  warm: (members: readonly EngineMember[]) => void;
  /** Gives an article its story. An id it knows is taken out first. */
  add: (article: EngineArticle) => EngineVerdict;
  /** Takes an article out. Where the last added goes first, whatever its coming changed is changed back as well. */
  remove: (id: number) => void;
  /** From now on this article belongs to that story, whatever it says. */
  hold: (articleId: number, storyKey: number) => void;
  /** These two stories are never merged. */
  keepApart: (a: number, b: number) => void;
};

/** An article in the window; its terms are in order of their weight, heaviest first. */
export type Member = ArticleNumbers & {
  id: number;
  atMs: number;
  /** The publisher as a number, which two may share by a rare chance; 0 where none is stated. */
  publisher: number;
  /** Its number within the window, which another may get when it has left; -1 before it enters. */
  place: number;
  copyOfId: number | null;
  story: StoryState | null;
};

/** A story in the window. The sum of its members' vectors, without order, is kept only where there are many. */
export type StoryState = {
  key: number;
  members: Member[];
  sum: Vector | null;
  /** Square of the sum's length. */
  squares: number;
  /** Terms of all members together. */
  termTotal: number;
};
