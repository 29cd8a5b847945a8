import type { FeedState } from "@/lib/feeds/judge-health";
import type { Standing } from "@/lib/feeds/title-types";

/** How a title stands, in words. */
export const standingWords: Record<Standing, string> = {
  live: "In the paper",
  quiet: "Quiet",
  paused: "Paused",
  retired: "Retired",
  merged: "Merged",
  off: "Not in the paper",
};

/** How a feed is, in words. */
export const stateWords: Record<FeedState, string> = {
  new: "Not asked yet",
  healthy: "Healthy",
  late: "Late",
  held: "Resting, as its host asked",
  failing: "Failing",
  refused: "Refused by robots.txt",
  gone: "Withdrawn",
};

/** What a title lets us show. */
export const licenceWords = {
  headline: "Headline, summary and link",
  feed: "What its feed carries",
  partner: "Full text, by contract",
} as const;

/** Who may read its licensed text. */
export const wallWords = {
  open: "Everyone",
  registered: "Whoever has an account",
  metered: "Members, and accounts within their meter",
  lead_in: "Members; others the opening",
  paid: "Members; others the standfirst",
} as const;

/** What search engines are told. */
export const indexingWords = {
  noindex: "Not to be found",
  noindex_news: "Not in news searches",
  self: "May be found here",
  canonical_to_source: "The original is to be found",
} as const;

/** How entries of a feed are told apart. */
export const identityWords = { guid: "By their own identity", url: "By their address", title_date: "By headline and day" } as const;

/** What was decided. */
export const verdictWords: Record<string, string> = {
  included: "Taken in",
  refused: "Not taken in",
  paused: "Paused",
  resumed: "Resumed",
  merged: "Merged",
  retired: "Retired",
};
