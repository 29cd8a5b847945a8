import { findSection } from "@/lib/articles/sections";
import type { FrontBlockId } from "@/lib/ranking/front-blocks";

const ownNames: Partial<Record<FrontBlockId, string>> = {
  "for-you": "For you",
  following: "Following",
  top: "Top stories and Our Picks",
  changed: "Changed since you read",
  outside: "Outside your circle",
};

/** What a block of the front page is called. */
export const blockName = (id: FrontBlockId): string => ownNames[id] ?? findSection(id)?.name ?? id;
