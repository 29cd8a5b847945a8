import { describe, expect, it } from "vitest";
import { pollErrorWords } from "@/lib/feeds/poll-error-words";
import { readServerHints } from "@/lib/feeds/read-server-hints";
import { catalogueRange, type PollFacts, scheduleNextPoll } from "@/lib/feeds/schedule-next-poll";
import type { PollError } from "@/lib/feeds/types";

const now = new Date("2026-03-03T12:00:00Z");
const minutesAgo = (minutes: number): Date => new Date(now.getTime() - minutes * 60_000);
const facts = (over: Partial<PollFacts> = {}): PollFacts => ({
  now,
  range: catalogueRange,
  feedHints: null,
  serverHints: { maxAgeSec: null, retryAfterSec: null },
  recentPublishedAt: [],
  error: null,
  failureCount: 0,
  jitter: 0,
  ...over,
});
const intervalSec = (over: Partial<PollFacts>): number => scheduleNextPoll(facts(over)).intervalSec;
const hints = { ttlMinutes: null, skipHoursUtc: [], skipDays: [], updatePeriodMinutes: null };

describe("after a success", () => {
  it("follows the posting rate within the range", () => {
    expect(intervalSec({ recentPublishedAt: [1, 3, 5, 7].map(minutesAgo) })).toBe(5 * 60);
    expect(intervalSec({ recentPublishedAt: [10, 40, 70, 100].map(minutesAgo) })).toBe(15 * 60);
    expect(intervalSec({ recentPublishedAt: [10, 2_000, 4_000].map(minutesAgo) })).toBe(60 * 60);
    expect(intervalSec({})).toBe(60 * 60);
  });

  it("is never sooner than feed and server ask, up to a day", () => {
    const recentPublishedAt = [1, 2, 3].map(minutesAgo);
    expect(intervalSec({ recentPublishedAt, feedHints: { ...hints, ttlMinutes: 90 } })).toBe(90 * 60);
    expect(intervalSec({ recentPublishedAt, serverHints: { maxAgeSec: 1_800, retryAfterSec: null } })).toBe(1_800);
    expect(intervalSec({ recentPublishedAt, serverHints: { maxAgeSec: 9_999_999, retryAfterSec: null } })).toBe(86_400);
  });

  it("passes over the hours and days the feed rules out", () => {
    const next = scheduleNextPoll(facts({ feedHints: { ...hints, skipHoursUtc: [13, 14], skipDays: [] } }));
    expect(next.nextPollAt.toISOString()).toBe("2026-03-03T15:00:00.000Z");
    expect(scheduleNextPoll(facts({ feedHints: { ...hints, skipDays: [2] } })).nextPollAt.toISOString()).toBe("2026-03-04T00:00:00.000Z");
  });

  it("only lengthens by jitter, by a tenth at most", () => {
    expect(scheduleNextPoll(facts({ jitter: 0 })).nextPollAt.getTime() - now.getTime()).toBe(3_600_000);
    expect(scheduleNextPoll(facts({ jitter: 0.999 })).nextPollAt.getTime() - now.getTime()).toBeLessThanOrEqual(3_960_000);
  });
});

describe("after a failure", () => {
  const timeout: PollError = { kind: "timeout", afterMs: 20_000 };

  it("backs off from 15 minutes to a day", () => {
    expect([1, 2, 3, 7, 8, 60].map((failureCount) => intervalSec({ error: timeout, failureCount }))).toEqual([
      900, 1_800, 3_600, 57_600, 86_400, 86_400,
    ]);
  });

  it("keeps Retry-After up to seven days, and asks a withdrawn feed once a day", () => {
    expect(intervalSec({ error: { kind: "http-status", status: 429, retryAfterSec: 7_200 }, failureCount: 1 })).toBe(7_200);
    expect(intervalSec({ error: { kind: "http-status", status: 503, retryAfterSec: 99_999_999 }, failureCount: 1 })).toBe(604_800);
    expect(intervalSec({ error: { kind: "http-status", status: 410, retryAfterSec: null }, failureCount: 1 })).toBe(86_400);
  });

  it("says every failure in words", () => {
    expect(pollErrorWords(timeout)).toBe("The server did not answer in full within 20 seconds.");
    expect(pollErrorWords({ kind: "http-status", status: 410, retryAfterSec: null })).toContain("withdrawn");
    expect(pollErrorWords({ kind: "not-a-feed", reason: "the document is a web page" })).toBe(
      "What came is no feed: the document is a web page.",
    );
  });
});

describe("hints of the server", () => {
  it.each([
    [{ "cache-control": "public, max-age=600" }, 600],
    [{ "cache-control": "no-cache, max-age=600" }, null],
    [{ expires: "Tue, 03 Mar 2026 12:05:00 GMT", date: "Tue, 03 Mar 2026 12:00:00 GMT" }, 300],
    [{ expires: "0" }, null],
    [{}, null],
  ])("reads %j as a freshness of %s seconds", (headers, maxAgeSec) => {
    expect(readServerHints(headers as Record<string, string>, now).maxAgeSec).toBe(maxAgeSec);
  });

  it.each([
    ["120", 120],
    ["Tue, 03 Mar 2026 12:10:00 GMT", 600],
    ["Tue, 03 Mar 2026 11:00:00 GMT", null],
    ["-5", null],
    ["soon", null],
    ["315360000", 604_800],
  ])("reads Retry-After %s as %s seconds", (header, retryAfterSec) => {
    expect(readServerHints({ "retry-after": header }, now).retryAfterSec).toBe(retryAfterSec);
  });
});
