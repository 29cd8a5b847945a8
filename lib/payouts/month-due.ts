import { addMs, dayMs } from "@/lib/core/clock";
import { monthSpan } from "./month-span";
import { closingDelayDays } from "./terms";

/** When a month is closed by itself: on the third day after its end, UTC. */
export const closingAt = (month: string): Date => addMs(monthSpan(month).endsAt, closingDelayDays * dayMs);

/** Whether a month is due to be closed by itself. */
export const isDueToClose = (month: string, now: Date): boolean => closingAt(month) <= now;
