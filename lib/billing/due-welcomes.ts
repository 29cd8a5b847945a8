import { addMs, dayMs } from "@/lib/core/clock";
import type { Notice, NoticeKind } from "./types";

/** The mails of the first week: days after the sign-up, and how late each may still go out after a worker was away. */
const series = [
  { kind: "welcome-2-days", afterDays: 2, lateDaysMax: 2 },
  { kind: "welcome-7-days", afterDays: 7, lateDaysMax: 2 },
] as const;

/**
 * Which mail of the welcome series an account should have by now. One whose time has long passed is left out rather
 * than sent late: whoever joined before the series was, or slept through it, is not greeted anew.
 *
 * @param now the account's own clock, UTC
 */
export function dueWelcomes(joinedAt: Date, now: Date): Notice[] {
  return series.flatMap(({ kind, afterDays, lateDaysMax }) => {
    const dueAt = addMs(joinedAt, afterDays * dayMs);
    return dueAt <= now && now < addMs(dueAt, lateDaysMax * dayMs) ? [{ kind, dueAt }] : [];
  });
}

/** Between which sign-ups each mail of the series is due: `until` counts, `after` does not. What `dueWelcomes` says, the other way round. */
export function welcomeWindows(now: Date): { kind: NoticeKind; after: Date; until: Date }[] {
  return series.map(({ kind, afterDays, lateDaysMax }) => {
    const until = addMs(now, -afterDays * dayMs);
    return { kind, after: addMs(until, -lateDaysMax * dayMs), until };
  });
}
