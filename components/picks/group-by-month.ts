import type { ArchivedPick } from "@/lib/editorial/types";

const months = new Intl.DateTimeFormat("en-GB", { month: "long", year: "numeric", timeZone: "UTC" });

/** Picks by the month in UTC in which they began, in the order in which they come: "November 2026". */
export function groupByMonth(picks: readonly ArchivedPick[]): { month: string; picks: ArchivedPick[] }[] {
  const groups = Map.groupBy(picks, ({ startsAt }) => months.format(new Date(startsAt)));
  return [...groups].map(([month, ofMonth]) => ({ month, picks: ofMonth }));
}
