import { monthWords } from "@/components/time/format-instant";
import type { ArchivedPick } from "@/lib/editorial/types";

/** Picks by the month in UTC in which they began, in the order in which they come: "November 2026". */
export function groupByMonth(picks: readonly ArchivedPick[]): { month: string; picks: ArchivedPick[] }[] {
  const groups = Map.groupBy(picks, ({ startsAt }) => monthWords(new Date(startsAt).toISOString().slice(0, 7)));
  return [...groups].map(([month, ofMonth]) => ({ month, picks: ofMonth }));
}
