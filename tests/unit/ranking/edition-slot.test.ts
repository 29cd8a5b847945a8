import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { editionSlot } from "@/lib/ranking/edition-slot";

const zones = ["UTC", "Europe/Vienna", "America/New_York", "America/St_Johns", "Asia/Kolkata", "Australia/Lord_Howe", "Pacific/Apia"];
const hoursOf = fc.uniqueArray(fc.integer({ min: 0, max: 23 }), { minLength: 1, maxLength: 4 });
const minuteMs = 60_000;

/** What a clock in this zone shows at an instant. */
function clock(timeZone: string, at: number): { day: string; minutes: number } {
  const words = new Intl.DateTimeFormat("en-CA", { timeZone, dateStyle: "short", timeStyle: "short", hourCycle: "h23" }).format(at);
  const [day = "", time = ""] = words.split(", ");
  const [hour = 0, minute = 0] = time.split(":").map(Number);
  return { day, minutes: hour * 60 + minute };
}

/** The slow way: minute by minute, when the clock first shows one of the hours, or jumps over it. */
function isBeginning(hours: readonly number[], timeZone: string, at: number): boolean {
  const here = clock(timeZone, at);
  const before = clock(timeZone, at - minuteMs);
  const since = before.day === here.day ? before.minutes : -1;
  const isReached = hours.some((hour) => since < hour * 60 && here.minutes >= hour * 60);
  if (!isReached) return false;
  // The second time of a doubled hour is none.
  for (let back = 1; back <= 120; back += 1) {
    const earlier = clock(timeZone, at - back * minuteMs);
    if (earlier.day === here.day && hours.some((hour) => Math.floor(earlier.minutes / 60) === hour && here.minutes === hour * 60))
      return false;
  }
  return true;
}

describe("editionSlot", () => {
  it("is the last chosen hour that has begun, as a clock on the wall says", () => {
    // Around changes of daylight saving of 2026 and 2027, and on any other day.
    const instants = fc.oneof(
      fc.date({ min: new Date("2026-03-28T00:00Z"), max: new Date("2026-03-30T00:00Z"), noInvalidDate: true }),
      fc.date({ min: new Date("2026-10-31T00:00Z"), max: new Date("2026-11-02T12:00Z"), noInvalidDate: true }),
      fc.date({ min: new Date("2026-01-01T00:00Z"), max: new Date("2027-12-31T00:00Z"), noInvalidDate: true }),
    );
    fc.assert(
      fc.property(hoursOf, fc.constantFrom(...zones), instants, (hours, zone, now) => {
        const { slotAt, nextAt } = editionSlot(hours, zone, now);
        expect(slotAt.getTime()).toBeLessThanOrEqual(now.getTime());
        expect(nextAt.getTime()).toBeGreaterThan(now.getTime());
        expect(isBeginning(hours, zone, slotAt.getTime())).toBe(true);
        expect(isBeginning(hours, zone, nextAt.getTime())).toBe(true);
        for (let at = slotAt.getTime() + minuteMs; at < nextAt.getTime(); at += minuteMs) expect(isBeginning(hours, zone, at)).toBe(false);
      }),
      { numRuns: 10 },
    );
  }, 60_000);

  it("begins an hour that comes twice once, and one that is left out when the clock has jumped over it", () => {
    const autumn = editionSlot([2], "Europe/Vienna", new Date("2026-10-25T02:30:00Z"));
    expect(autumn.slotAt.toISOString()).toBe("2026-10-25T00:00:00.000Z");
    const spring = editionSlot([2], "Europe/Vienna", new Date("2026-03-29T05:00:00Z"));
    expect(spring.slotAt.toISOString()).toBe("2026-03-29T01:00:00.000Z");
  });

  it("reads an unknown zone as UTC and no hours as seven", () => {
    const slot = editionSlot([], "Mars/Olympus", new Date("2026-11-22T12:00:00Z"));
    expect(slot).toEqual({ slotAt: new Date("2026-11-22T07:00:00Z"), nextAt: new Date("2026-11-23T07:00:00Z"), part: "morning" });
  });
});
