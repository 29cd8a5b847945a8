import type { CardPage } from "@/lib/articles/types";
import type { MuteMark } from "@/lib/entitlements/mute-types";
import type { PublisherMark } from "@/lib/feeds/publisher-mark";
import type { FollowMark } from "@/lib/reading/follow-types";

/** A writer on a page of their own. */
export type AuthorView = {
  author: { slug: string; name: string };
  /** The titles they have written for. */
  publishers: PublisherMark[];
  page: CardPage;
  isFirst: boolean;
  follow: FollowMark;
  /** Null for a visitor, who mutes nothing. */
  mute?: MuteMark | null;
};
