/** The month that a reading counts for, "2026-11", in UTC. */
export const meterMonth = (now: Date): string => now.toISOString().slice(0, 7);
