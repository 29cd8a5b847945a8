import { addMs, dayMs } from "@/lib/core/clock";

/** The day of an instant in UTC: "2026-11-22". */
export const dayOf = (at: Date): string => at.toISOString().slice(0, 10);

/** The last days up to and with today's, oldest first. */
export function lastDays(now: Date, count: number): string[] {
  return Array.from({ length: count }, (_, index) => dayOf(addMs(now, (index - count + 1) * dayMs)));
}

/** A row for each day, with `blank` where none was kept. */
export function fillDays<Row extends { day: string }>(days: readonly string[], rows: readonly Row[], blank: Omit<Row, "day">): Row[] {
  const known = new Map(rows.map((row) => [row.day, row]));
  return days.map((day) => known.get(day) ?? ({ ...blank, day } as Row));
}
