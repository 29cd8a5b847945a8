import { hourMs } from "@/lib/core/clock";

/** Entries of a title in one hour; `hour` counts whole hours since the epoch, UTC. */
export type HourCount = { hour: number; entries: number };

/** What a title's silence comes to. Lengths in hours. */
export type QuietVerdict = {
  isQuiet: boolean;
  silentHours: number;
  /** Its longest silence within the 28 days before. */
  longestHours: number;
  /** Entries that its habit would have brought since it last spoke. */
  expected: number;
};

export const habitDays = 28;
const weekHours = 7 * 24;
const weeks = habitDays / 7;
/** With fewer entries in four weeks there is no habit to speak of. */
const entriesMin = 12;
const silentHoursMin = 3;
/** A process that brings this many by habit brings none once in about a thousand such silences: exp(-7). */
const expectedMin = 7;
/** Titles that bring everything at once are silent for long by habit: their own longest silence must be well exceeded. */
const overLongest = 1.5;

/**
 * Whether a title has gone quiet against its own habit.
 *
 * The habit is its mean number of entries in each of the week's 168 hours over 28 days, so that a quiet night or Sunday
 * is no silence. Summed over the hours since its last entry it says how many should have come: as a Poisson process, the
 * chance of none is exp(-expected). Quiet is 7 expected (about one in a thousand) and a silence half as long again as the
 * longest of those weeks, of three hours at least.
 *
 * @param counts hours with entries of the 28 days before `now`, ascending
 * @param now in hours since the epoch, fractions allowed
 * Source: probability of no event in an inhomogeneous Poisson process; limits chosen in docs/decisions/034-titles-and-health.md
 */
export function judgeQuiet(counts: readonly HourCount[], now: number): QuietVerdict {
  const last = counts.at(-1);
  const total = counts.reduce((sum, each) => sum + each.entries, 0);
  if (!last) return { isQuiet: false, silentHours: 0, longestHours: 0, expected: 0 };
  const silentHours = Math.max(0, now - last.hour - 1);
  const longestHours = longestGap(counts);
  const expected = expectedSince(counts, last.hour + 1, Math.floor(now));
  const isQuiet =
    total >= entriesMin && silentHours >= silentHoursMin && silentHours >= longestHours * overLongest && expected >= expectedMin;
  return { isQuiet, silentHours, longestHours, expected };
}

function longestGap(counts: readonly HourCount[]): number {
  return counts.reduce((longest, each, index) => {
    const before = counts[index - 1];
    return before ? Math.max(longest, each.hour - before.hour - 1) : longest;
  }, 0);
}

/** What the week's habit says of the hours from `from` up to, and without, `to`. */
function expectedSince(counts: readonly HourCount[], from: number, to: number): number {
  const habit = new Map<number, number>();
  for (const { hour, entries } of counts) habit.set(hour % weekHours, (habit.get(hour % weekHours) ?? 0) + entries / weeks);
  let expected = 0;
  for (let hour = from; hour < Math.min(to, from + habitDays * 24); hour += 1) expected += habit.get(hour % weekHours) ?? 0;
  return expected;
}

/** Hours since the epoch, fractions kept, as `judgeQuiet` counts. */
export const hoursOf = (at: Date): number => at.getTime() / hourMs;
