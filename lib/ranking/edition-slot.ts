import { DateTime } from "luxon";

/** When an edition's hour began, and when the next one's begins. `part` is the part of the reader's day. */
export type EditionSlot = { slotAt: Date; nextAt: Date; part: "morning" | "midday" | "evening" | "night" };

/**
 * The edition that is due at an instant: that of the last chosen hour which has begun in the reader's zone.
 *
 * An hour that daylight saving leaves out begins when the clock has jumped over it; one that comes twice begins once,
 * the first time. No hour chosen counts as seven in the morning.
 *
 * @param hours 0 to 23, in any order
 * @param timeZone IANA name; one that is unknown counts as UTC
 */
export function editionSlot(hours: readonly number[], timeZone: string, now: Date): EditionSlot {
  const local = inZone(now, timeZone);
  const wanted = hours.length === 0 ? [7] : [...new Set(hours)];
  const begins = [-1, 0, 1, 2].flatMap((days) => wanted.map((hour) => hourOf(local.plus({ days }), hour)));
  const sorted = begins.sort((a, b) => a.toMillis() - b.toMillis());
  const last = sorted.findLast((begin) => begin.toMillis() <= now.getTime()) ?? local;
  const next = sorted.find((begin) => begin.toMillis() > now.getTime()) ?? local.plus({ days: 1 });
  return { slotAt: last.toJSDate(), nextAt: next.toJSDate(), part: partOf(last.hour) };
}

function inZone(now: Date, timeZone: string): DateTime {
  const local = DateTime.fromJSDate(now, { zone: timeZone });
  return local.isValid ? local : DateTime.fromJSDate(now, { zone: "UTC" });
}

/** The first instant of the day at which its clock shows this hour or a later one. */
function hourOf(day: DateTime, hour: number): DateTime {
  const start = day.startOf("day");
  const begin = start.set({ hour });
  // Where the hour comes twice, an hour earlier shows the same.
  const earlier = begin.minus({ hours: 1 });
  if (earlier.hour === begin.hour && earlier.day === begin.day) return earlier;
  // Where it is left out, its half past or quarter must not be skipped with it.
  return begin.minute === 0 ? begin : begin.startOf("hour");
}

function partOf(hour: number): EditionSlot["part"] {
  if (hour < 4) return "night";
  if (hour < 11) return "morning";
  if (hour < 17) return "midday";
  return hour < 22 ? "evening" : "night";
}
