import { describe, expect, it } from "vitest";
import { groupDays, makeClock, progressWords } from "@/components/history/group-days";
import type { HistoryEntry } from "@/lib/reading/own-types";

const entry = (at: string, facts: Partial<HistoryEntry> = {}): HistoryEntry => ({
  articleId: 1,
  at,
  isRead: false,
  readBy: "reading",
  depth: 40,
  activeSec: 100,
  card: null,
  ...facts,
});
const now = new Date("2026-11-22T05:00:00Z");

describe("a history by days", () => {
  it("goes by the days of the reader's zone, and tells those of another year", () => {
    const entries = [
      entry("2026-11-22T04:00:00Z"),
      entry("2026-11-21T23:30:00Z"),
      entry("2026-11-21T12:00:00Z"),
      entry("2025-12-24T12:00:00Z"),
    ];
    const namesIn = (zone: string) => groupDays(entries, zone, now).map(({ name, read }) => [name, read.length]);
    expect(namesIn("Europe/Vienna")).toEqual([
      ["Today", 2],
      ["Yesterday", 1],
      ["Wednesday 24 December 2025", 1],
    ]);
    expect(namesIn("America/New_York")).toEqual([
      ["Yesterday", 3],
      ["Wednesday 24 December 2025", 1],
    ]);
    expect(makeClock("Asia/Tokyo")("2026-11-21T23:30:00Z")).toBe("08:30");
  });

  it("keeps what was only marked apart from what was read", () => {
    const marked = entry("2026-11-22T04:00:00Z", { isRead: true, readBy: "marked", activeSec: 0 });
    const [day] = groupDays([entry("2026-11-22T04:00:00Z"), marked], "UTC", now);
    expect([day?.read.length, day?.marked.length]).toEqual([1, 1]);
    expect(progressWords(marked)).toBe("Marked as read");
  });

  it("says how far", () => {
    expect(progressWords(entry("", { isRead: true }))).toBe("Read · 2\u00a0min");
    expect(progressWords(entry(""))).toBe("40% seen · 2\u00a0min");
    expect(progressWords(entry("", { activeSec: 0 }))).toBe("Opened");
  });
});
