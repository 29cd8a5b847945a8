/** What can be muted. Places are topics. */
export const muteKinds = ["publisher", "author", "topic", "story", "keyword"] as const;
export type MuteKind = (typeof muteKinds)[number];

/**
 * What a reader never wants to be shown. `ids` are the muted row's and those of all that were merged with it, so that a
 * merge hides as much as before.
 */
export type Mute =
  | { id: number; kind: Exclude<MuteKind, "keyword">; ids: readonly number[]; expiresAt: Date | null }
  /** `language`: the primary subtag of the one language it is a word of; empty for every language. */
  | { id: number; kind: "keyword"; keyword: string; language: string; expiresAt: Date | null };

/** What a mute may hide something for. */
export type MuteFacts = {
  publisherId: number;
  authorIds: readonly number[];
  topicIds: readonly number[];
  storyId: number | null;
  /** BCP 47. */
  language: string;
  /** All that would be read on it. */
  texts: readonly string[];
};

/** The page that belongs to something: what it is muted by hides nothing there. */
export type OwnAddress = { kind: Exclude<MuteKind, "keyword">; id: number };

/** What a page says of the reader's mutes. */
export type MuteNotes = {
  /** What was left out of this page; it grows while the page is made. */
  hidden: ReadonlySet<string>;
  /** The reader asked to see, on this one page, what is left out elsewhere. */
  isShown: boolean;
  /** What was just done, to be taken back. */
  done: MuteDone | null;
};

export type MuteDone = { kind: "muted"; id: number; what: MuteKind; name: string; expiresAt: Date | null } | { kind: "unmuted" };

/** Whether something that has a page of its own is muted, for the control on that page. */
export type MuteMark = { kind: OwnAddress["kind"]; target: string; muted: { id: number; expiresAt: Date | null } | null };
