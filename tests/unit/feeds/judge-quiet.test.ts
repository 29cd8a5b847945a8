import { expect, it } from "vitest";
import { type HourCount, judgeQuiet } from "@/lib/feeds/judge-quiet";

/** Four weeks of hours before `end` in which `speaks` says that the title spoke, `entries` each time. */
function habit(end: number, speaks: (hour: number) => boolean, entries = 1): HourCount[] {
  const hours = Array.from({ length: 28 * 24 }, (_, index) => end - 28 * 24 + index);
  return hours.filter(speaks).map((hour) => ({ hour, entries }));
}
const end = 496_000;

it("hears an hourly title fall silent after seven entries that did not come", () => {
  const counts = habit(end, () => true);
  expect(judgeQuiet(counts, end + 6.9).isQuiet).toBe(false);
  expect(judgeQuiet(counts, end + 7.1)).toMatchObject({ isQuiet: true, expected: 7, longestHours: 0 });
});

it("lets a title sleep at night as it always does", () => {
  // Speaks from 6 to 22 of each day, twice an hour.
  const awake = (hour: number) => hour % 24 >= 6 && hour % 24 < 22;
  const evening = Math.floor(end / 24) * 24 + 22;
  const counts = habit(evening, awake, 2);
  expect(judgeQuiet(counts, evening + 7.9)).toMatchObject({ isQuiet: false, longestHours: 8 });
  expect(judgeQuiet(counts, evening + 12.5)).toMatchObject({ isQuiet: true });
});

it("lets a weekly title that brings everything at once be silent all week", () => {
  const counts = habit(end, (hour) => hour % (7 * 24) === 30, 20);
  const last = counts.at(-1)?.hour ?? 0;
  expect(judgeQuiet(counts, last + 7 * 24).isQuiet).toBe(false);
  expect(judgeQuiet(counts, last + 12 * 24).isQuiet).toBe(true);
});

it("knows no habit of a title that is new, rare or empty", () => {
  expect(judgeQuiet([], end).isQuiet).toBe(false);
  expect(judgeQuiet([{ hour: end - 600, entries: 11 }], end).isQuiet).toBe(false);
});

it("speaks of no silence while entries come", () => {
  const counts = habit(end, () => true, 30);
  expect(judgeQuiet(counts, end)).toMatchObject({ isQuiet: false, silentHours: 0, expected: 0 });
});
