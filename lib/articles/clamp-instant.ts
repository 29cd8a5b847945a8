/** How far ahead of our clock a publisher's may run before its dates are pulled back. */
const aheadMsMax = 10 * 60_000;
/** No feed is older than the first newspaper on the web; earlier dates are faults. */
const earliest = Date.UTC(1990, 0, 1);

/**
 * A publisher's date within reason: at most ten minutes after we first saw the entry, so that nobody can
 * pin an article to the top, and never a missing or absurd one.
 *
 * @returns `firstSeenAt` for a missing, invalid or pre-1990 date
 */
export function clampInstant(stated: Date | null, firstSeenAt: Date): Date {
  const time = stated?.getTime() ?? Number.NaN;
  if (Number.isNaN(time) || time < earliest) return firstSeenAt;
  return new Date(Math.min(time, firstSeenAt.getTime() + aheadMsMax));
}

/** Whether a stated date can be taken at its word: `clampInstant` would leave it, and it is not a bound someone clamped it to. */
export function isCredible(stated: Date, firstSeenAt: Date): boolean {
  const time = stated.getTime();
  return time >= earliest && time < firstSeenAt.getTime() + aheadMsMax;
}
