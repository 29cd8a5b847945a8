import type { TitleView } from "./title-types";

/** Whether a feed of this title is about to be read for the first time: what is known of it will be more in a moment. */
export const awaitsFirstReading = ({ title, feeds }: Pick<TitleView, "title" | "feeds">): boolean =>
  !(title.pausedAt || title.retiredAt || title.mergedInto) &&
  feeds.some((feed) => feed.isActive && feed.goneAt === null && feed.lastSuccessAt === null && feed.failureCount === 0);
