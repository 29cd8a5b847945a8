import { expect, it } from "vitest";
import { clampInstant } from "@/lib/articles/clamp-instant";

const seenAt = new Date("2026-11-20T12:00:00Z");

it("keeps a date within reason", () => {
  expect(clampInstant(new Date("2026-11-19T08:00:00Z"), seenAt)).toEqual(new Date("2026-11-19T08:00:00Z"));
});

it("pulls a date from the future back to ten minutes after we saw it", () => {
  expect(clampInstant(new Date("9999-01-01T00:00:00Z"), seenAt)).toEqual(new Date("2026-11-20T12:10:00Z"));
});

it.each([null, new Date("nonsense"), new Date(0)])("takes the moment we saw it for %s", (stated) => {
  expect(clampInstant(stated, seenAt)).toEqual(seenAt);
});
