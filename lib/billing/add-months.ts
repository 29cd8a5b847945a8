/**
 * The same day and hour so many months later, in UTC; the last day of the month where it has no such day.
 *
 * @param months whole months, >= 0
 */
export function addMonths(from: Date, months: number): Date {
  const monthStart = Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + months, 1);
  const first = new Date(monthStart);
  const daysInMonth = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  const day = Math.min(from.getUTCDate(), daysInMonth);
  const timeOfDayMs = from.getTime() - Date.UTC(from.getUTCFullYear(), from.getUTCMonth(), from.getUTCDate());
  return new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth(), day) + timeOfDayMs);
}
