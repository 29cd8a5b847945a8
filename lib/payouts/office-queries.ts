import "server-only";
import type { Staff } from "@/lib/accounts/guards";
import { sql } from "@/lib/platform/sql";
import { closingAt } from "./month-due";
import { monthSpan } from "./month-span";
import { findClosing, findOpenMonth } from "./month-store";
import { listOfficeMonths, listOwedTitles, type OfficeMonth, type OfficeTitle } from "./office-store";
import { findRound, type Round } from "./round-store";
import { Month } from "./types";

/** What the office sees of the payouts. */
export type OfficePayouts = {
  months: OfficeMonth[];
  /** The month that is closed next; null before the first payment. */
  open: { month: string; isOver: boolean; closesAt: Date } | null;
  lastCheck: Round | null;
  lastClosing: Round | null;
};

/** Months, the open one, and what the last check and closing came to. @param _staff whom the guard admitted */
export async function readOfficePayouts(_staff: Staff, now: Date): Promise<OfficePayouts> {
  const [months, next, lastCheck, lastClosing] = await Promise.all([
    listOfficeMonths(),
    findOpenMonth(sql),
    findRound("check"),
    findRound("close"),
  ]);
  const open = next === null ? null : { month: next, isOver: monthSpan(next).endsAt <= now, closesAt: closingAt(next) };
  return { months, open, lastCheck, lastClosing };
}

/** What each title is owed of a closed month; null for one that is not closed. */
export async function readOwedTitles(_staff: Staff, month: string): Promise<OfficeTitle[] | null> {
  if (!Month.safeParse(month).success || !(await findClosing(month, sql))) return null;
  return listOwedTitles(month);
}
