import type { BarValue } from "@/components/chart/types";
import { daySec, hourSec, minuteSec } from "@/lib/core/clock";
import type { DayCount } from "@/lib/feeds/board-types";

/** A length of time in its largest whole unit: "15 min", "3 h", "2 days". */
export function lengthWords(seconds: number): string {
  if (seconds < minuteSec) return `${Math.round(seconds)} s`;
  if (seconds < hourSec) return `${Math.round(seconds / minuteSec)} min`;
  if (seconds < 2 * daySec) return `${Math.round(seconds / hourSec)} h`;
  return `${Math.round(seconds / daySec)} days`;
}

const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** A feed's days as bars; a day with failures is marked. */
export const barValues = (days: readonly DayCount[]): BarValue[] =>
  days.map(({ day, entries, failures }) => ({
    label: `${Number(day.slice(8))} ${months[Number(day.slice(5, 7)) - 1] ?? ""}`,
    value: entries,
    ...(failures > 0 && { note: failures === 1 ? "1 failure" : `${failures} failures` }),
  }));
