import { freshnessHours } from "./constants";

const hourMs = 3_600_000;

/** How fresh something published so many milliseconds ago is, 1 to 0: half after a day, slower and slower from there. What is dated ahead counts as of now. */
export function freshness(ageMs: number): number {
  return Number.isNaN(ageMs) ? 0 : 1 / (1 + Math.max(0, ageMs) / hourMs / freshnessHours);
}
