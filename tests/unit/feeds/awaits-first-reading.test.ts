import { expect, it } from "vitest";
import { awaitsFirstReading } from "@/lib/feeds/awaits-first-reading";
import type { TitleFeed, TitleView } from "@/lib/feeds/title-types";

const at = new Date("2026-11-20T12:00:00Z");
const unread = { isActive: true, goneAt: null, lastSuccessAt: null, failureCount: 0 } as TitleFeed;
const read = { ...unread, lastSuccessAt: at };
const title = { pausedAt: null, retiredAt: null, mergedInto: null } as TitleView["title"];

it("waits for a feed that was never asked, also beside others that were", () => {
  expect(awaitsFirstReading({ title, feeds: [unread] })).toBe(true);
  expect(awaitsFirstReading({ title, feeds: [read, unread] })).toBe(true);
});

it("waits for nothing where all were read, failed, or will not be asked", () => {
  expect(awaitsFirstReading({ title, feeds: [] })).toBe(false);
  expect(awaitsFirstReading({ title, feeds: [read] })).toBe(false);
  expect(awaitsFirstReading({ title, feeds: [{ ...unread, failureCount: 1 }] })).toBe(false);
  expect(awaitsFirstReading({ title, feeds: [{ ...unread, isActive: false }] })).toBe(false);
  expect(awaitsFirstReading({ title, feeds: [{ ...unread, goneAt: at }] })).toBe(false);
  expect(awaitsFirstReading({ title: { ...title, pausedAt: at }, feeds: [unread] })).toBe(false);
  expect(awaitsFirstReading({ title: { ...title, retiredAt: at }, feeds: [unread] })).toBe(false);
  expect(awaitsFirstReading({ title: { ...title, mergedInto: { slug: "a", name: "A" } }, feeds: [unread] })).toBe(false);
});
