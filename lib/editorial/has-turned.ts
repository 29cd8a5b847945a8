import type { BoardEntry } from "./types";

/** Whether any pick began or ended after `from` and not after `now`: what readers see has changed by itself. */
export function hasTurned(entries: readonly Pick<BoardEntry, "startsAt" | "endsAt">[], from: Date, now: Date): boolean {
  const isPassed = (at: Date | null): boolean => at !== null && at > from && at <= now;
  return entries.some(({ startsAt, endsAt }) => isPassed(startsAt) || isPassed(endsAt));
}
