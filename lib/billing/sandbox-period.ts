import { addMonths } from "./add-months";
import type { Plan } from "./types";

const monthsOf: Record<Plan, number> = { monthly: 1, yearly: 12 };

/**
 * End of a period of `plan` that begins at `from`: the same time of day on the anchor's day, or on the month's last
 * where it has no such day, so that a membership of 31 January renews on 28 February and again on 31 March.
 *
 * @param anchorDay 1 to 31, UTC
 */
export function periodEndAfter(from: Date, plan: Plan, anchorDay: number): Date {
  const end = addMonths(from, monthsOf[plan]);
  const lastDay = new Date(Date.UTC(end.getUTCFullYear(), end.getUTCMonth() + 1, 0)).getUTCDate();
  end.setUTCDate(Math.min(anchorDay, lastDay));
  return end;
}
