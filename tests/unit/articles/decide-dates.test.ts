import fc from "fast-check";
import { expect, it } from "vitest";
import { decideDates, type KnownDates, makesUpDates } from "@/lib/articles/decide-dates";

const at = (clock: string): Date => new Date(`2026-11-20T${clock}Z`);
const known: KnownDates = { publishedAt: at("10:00:00"), updatedAt: null, redatedAt: null };

it("changes nothing for the date it knows, or for none", () => {
  expect(decideDates({ statedAt: at("10:00:00"), updatedAt: null }, known)).toBeNull();
  expect(decideDates({ statedAt: null, updatedAt: null }, known)).toBeNull();
});

it("takes a later publication date for an update and keeps it", () => {
  expect(decideDates({ statedAt: at("11:30:00"), updatedAt: null }, known)).toEqual({
    redatedAt: at("11:30:00"),
    updatedAt: at("11:30:00"),
  });
});

it("keeps an earlier date without calling it an update", () => {
  expect(decideDates({ statedAt: at("09:00:00"), updatedAt: null }, known)).toEqual({ redatedAt: at("09:00:00"), updatedAt: null });
});

it("keeps a date seconds later without calling it an update", () => {
  expect(decideDates({ statedAt: at("10:00:20"), updatedAt: null }, known)).toEqual({ redatedAt: at("10:00:20"), updatedAt: null });
});

it("takes the time of update that a feed states", () => {
  expect(decideDates({ statedAt: at("10:00:00"), updatedAt: at("12:00:00") }, known)).toEqual({
    redatedAt: null,
    updatedAt: at("12:00:00"),
  });
});

it("settles on the latest date, so that feeds which disagree write no more", () => {
  const dates = fc.array(fc.nat(300), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(dates, (minutes) => {
      const stated = minutes.map((minute) => new Date(at("10:00:00").getTime() + minute * 60_000));
      const settled = { ...known };
      for (const statedAt of stated) Object.assign(settled, decideDates({ statedAt, updatedAt: null }, settled));
      expect(stated.every((statedAt) => decideDates({ statedAt, updatedAt: null }, settled) === null)).toBe(true);
      expect(settled.redatedAt !== null).toBe(stated.some((statedAt) => statedAt > known.publishedAt));
    }),
  );
});

it("knows a feed that dates its entries anew with every fetch", () => {
  expect([makesUpDates(30, 30), makesUpDates(3, 3), makesUpDates(25, 30)]).toEqual([true, true, true]);
  expect([makesUpDates(2, 2), makesUpDates(4, 43), makesUpDates(3, 25)]).toEqual([false, false, false]);
});
