import type { TopicKind } from "../types";

export type TextPart = "headline" | "standfirst" | "leadIn";

/** A name met in one place of a text. */
export type Sighting = {
  words: string[];
  part: TextPart;
  /** What stands beside it tells what it is; null where nothing does. */
  hint: TopicKind | null;
  /** Its capital may be the sentence's and not its own. */
  isDoubtful: boolean;
};
