import { dayMs, hourMs } from "@/lib/core/clock";
import type { FeedEventDraft } from "./poll-verdict";
import type { DueFeed } from "./types";

/** So many answers in a row must name the same new address, over so long, before we believe it. */
const movesMin = 10;
const movedMsMin = dayMs;

/** What a feed's row holds of its address after a poll that was answered. */
export type MoveVerdict = Pick<DueFeed, "url" | "movedTo" | "movedCount" | "movedSince"> & { event: FeedEventDraft | null };

/**
 * Whether a feed has moved. A permanent redirect (301, 308) is followed at once by the fetch; the stored address
 * is rewritten only after ten in a row to the same place over at least 24 hours, for a hotel's or a parking
 * service's redirect is soon gone. Any other answer, such as a temporary redirect, begins the count anew.
 *
 * @param movedTo where this answer's unbroken run of permanent redirects led; null without one
 * Source: security notes, section 2 ("Feed moves 301/308")
 */
export function judgeMove(
  feed: Pick<DueFeed, "url" | "movedTo" | "movedCount" | "movedSince">,
  movedTo: string | null,
  now: Date,
): MoveVerdict {
  if (movedTo === null || movedTo === feed.url) return { url: feed.url, movedTo: null, movedCount: 0, movedSince: null, event: null };
  const isSame = movedTo === feed.movedTo;
  const movedCount = isSame ? feed.movedCount + 1 : 1;
  const movedSince = (isSame ? feed.movedSince : null) ?? now;
  const sinceMs = now.getTime() - movedSince.getTime();
  if (movedCount < movesMin || sinceMs < movedMsMin) return { url: feed.url, movedTo, movedCount, movedSince, event: null };
  const hours = Math.floor(sinceMs / hourMs);
  const words = `Moved to ${movedTo}: its server said so ${movedCount} times in a row over ${hours} hours. The old address was ${feed.url}.`;
  return { url: movedTo, movedTo: null, movedCount: 0, movedSince: null, event: { kind: "moved", words } };
}
