/** The first instant of a month in UTC, and the first after it. @param month "2026-10" */
export function monthSpan(month: string): { startsAt: Date; endsAt: Date } {
  return { startsAt: new Date(`${month}-01T00:00:00Z`), endsAt: new Date(`${nextMonth(month)}-01T00:00:00Z`) };
}

/** The month after this one: "2026-12" → "2027-01". */
export function nextMonth(month: string): string {
  const [year, number] = month.split("-").map(Number);
  return new Date(Date.UTC(year ?? 0, number ?? 1, 1)).toISOString().slice(0, 7);
}

/** The month of an instant, in UTC. */
export const monthOf = (at: Date): string => at.toISOString().slice(0, 7);
