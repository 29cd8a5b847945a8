import type { HistoryEntry } from "@/lib/reading/own-types";

/** What was read on one day of the reader's, and what was only marked as read, apart. */
export type HistoryDay = { day: string; name: string; read: HistoryEntry[]; marked: HistoryEntry[] };

/**
 * A history by the days of its reader's zone, in the order of the entries.
 *
 * @param timeZone IANA name
 * @returns `name` is "Today", "Yesterday" or such as "Friday 20 November", with its year where that is another
 */
export function groupDays(entries: readonly HistoryEntry[], timeZone: string, now: Date): HistoryDay[] {
  const dayOf = makeDayOf(timeZone);
  const today = dayOf(now);
  const yesterday = dayBefore(today);
  return [...Map.groupBy(entries, ({ at }) => dayOf(new Date(at)))].map(([day, ofDay]) => ({
    day,
    name: day === today ? "Today" : day === yesterday ? "Yesterday" : nameOf(day, today.slice(0, 4)),
    read: ofDay.filter((entry) => !isOnlyMarked(entry)),
    marked: ofDay.filter(isOnlyMarked),
  }));
}

/** The time of day in the reader's zone, "14:05". */
export function makeClock(timeZone: string): (iso: string) => string {
  const format = new Intl.DateTimeFormat("en-GB", { timeZone, hour: "2-digit", minute: "2-digit" });
  return (iso) => format.format(new Date(iso));
}

/** How far an article was read, in words: "Read", "40% read", with the minutes it was before the reader. */
export function progressWords({ isRead, readBy, depth, activeSec }: HistoryEntry): string {
  const minutes = Math.round(activeSec / 60);
  const time = minutes >= 1 ? ` · ${minutes}\u00a0min` : "";
  if (isRead) return readBy === "marked" ? "Marked as read" : `Read${time}`;
  return depth > 0 && activeSec > 0 ? `${depth}% seen${time}` : "Opened";
}

const isOnlyMarked = ({ readBy, activeSec }: HistoryEntry): boolean => readBy === "marked" && activeSec === 0;

/** "2026-11-22" in the zone. */
function makeDayOf(timeZone: string): (at: Date) => string {
  const format = new Intl.DateTimeFormat("en-CA", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" });
  return (at) => format.format(at);
}

const dayBefore = (day: string): string => new Date(Date.parse(`${day}T12:00:00Z`) - 86_400_000).toISOString().slice(0, 10);

function nameOf(day: string, thisYear: string): string {
  const year = day.slice(0, 4) === thisYear ? undefined : ("numeric" as const);
  const format = new Intl.DateTimeFormat("en-GB", { timeZone: "UTC", weekday: "long", day: "numeric", month: "long", year });
  return format.format(new Date(`${day}T12:00:00Z`)).replace(",", "");
}
