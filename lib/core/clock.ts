/** Lengths of time in milliseconds and seconds, so that no rule spells them out. */
export const secondMs = 1_000;
export const minuteMs = 60 * secondMs;
export const hourMs = 60 * minuteMs;
export const dayMs = 24 * hourMs;

export const minuteSec = 60;
export const hourSec = 60 * minuteSec;
export const daySec = 24 * hourSec;

/** The instant `ms` milliseconds after `from` (before it when negative). */
export const addMs = (from: Date, ms: number): Date => new Date(from.getTime() + ms);
