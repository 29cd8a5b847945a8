import { plainDay, shortInstant } from "@/components/time/format-instant";
import { dayMs } from "@/lib/core/clock";
import type { MuteKind } from "@/lib/entitlements/mute-types";
import type { MuteSpan } from "@/lib/reading/mute-types";

/** How long something is muted, as one chooses it. */
export const spanWords: Record<MuteSpan, string> = { "1": "for a day", "7": "for a week", "30": "for a month", "": "for good" };

/** What is muted, as a kind. */
export const muteKindWords: Record<MuteKind, string> = {
  publisher: "title",
  author: "writer",
  topic: "topic",
  story: "story",
  keyword: "word",
};

/** Until when: "for good", "until 29 November", or to the minute where that is less than two days away. */
export function untilWords(expiresAt: Date | null, now: Date): string {
  if (expiresAt === null) return "for good";
  const isNear = expiresAt.getTime() - now.getTime() < 2 * dayMs;
  return `until ${isNear ? shortInstant(expiresAt.toISOString(), now) : plainDay(expiresAt.toISOString(), now)}`;
}
