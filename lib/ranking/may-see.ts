import { mutedBy } from "@/lib/entitlements/may-show";
import type { Viewer } from "@/lib/entitlements/types";
import type { CandidateRecord } from "./to-candidate";

/**
 * Whether a story is asked about at all for this reader: not one that is muted itself, or by its topics or a word. One of
 * whose titles or authors alone are muted may still be told by another, which is found when its card is shown.
 */
export const maySee =
  (viewer: Viewer, now: Date) =>
  ({ publisherId, authorIds, topicIds, storyId, language, headline, standfirst, byline }: CandidateRecord): boolean => {
    const mute = mutedBy(viewer, { publisherId, authorIds, topicIds, storyId, language, texts: [headline, standfirst, byline] }, now);
    return mute === null || mute.kind === "publisher" || mute.kind === "author";
  };
