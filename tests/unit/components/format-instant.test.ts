import { expect, it } from "vitest";
import { longDay, longInstant, shortInstant } from "@/components/time/format-instant";

const now = new Date("2026-11-22T09:00:00Z");

it("writes a card's time in UTC, whatever zone the server is in", () => {
  expect(shortInstant("2026-11-21T23:05:00+09:00", now)).toBe("21 Nov, 14:05 UTC");
});

it("says the year, and not the hour, of another year's article", () => {
  expect(shortInstant("2025-11-21T14:05:00Z", now)).toBe("21 Nov 2025");
});

it("writes an article's own time in full", () => {
  expect(longInstant("2026-01-02T03:04:00Z")).toBe("2 January 2026, 03:04 UTC");
});

it("dates the paper by UTC", () => {
  expect(longDay(now)).toBe("Sunday 22 November 2026");
});
