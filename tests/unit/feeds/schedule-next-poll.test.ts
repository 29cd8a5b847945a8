import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { catalogueRange, memberRange, type PollFacts, pollRange, scheduleNextPoll } from "@/lib/feeds/schedule-next-poll";
import type { PollError } from "@/lib/feeds/types";

const now = new Date("2026-03-03T12:00:00Z");
const minutesAgo = (minutes: number): Date => new Date(now.getTime() - minutes * 60_000);
const facts = (over: Partial<PollFacts> = {}): PollFacts => ({
  now,
  range: catalogueRange,
  keptSec: 900,
  lastEntryAt: null,
  feedHints: null,
  serverHints: { maxAgeSec: null, retryAfterSec: null },
  result: { kind: "unchanged" },
  jitter: 0,
  ...over,
});
const intervalSec = (over: Partial<PollFacts>): number => scheduleNextPoll(facts(over)).intervalSec;
const read = (publishedAt: Date[], over: { hasGap?: boolean; hasNew?: boolean } = {}): PollFacts["result"] => ({
  kind: "read",
  publishedAt,
  hasGap: false,
  hasNew: true,
  ...over,
});
const hints = { ttlMinutes: null, skipHoursUtc: [], skipDays: [], updatePeriodMinutes: null };

describe("after a feed was read", () => {
  it("follows the posting rate within the range", () => {
    expect(intervalSec({ result: read([1, 3, 5, 7].map(minutesAgo)) })).toBe(5 * 60);
    expect(intervalSec({ result: read([10, 40, 70, 100].map(minutesAgo)) })).toBe(15 * 60);
    expect(intervalSec({ result: read([10, 2_000, 4_000].map(minutesAgo)) })).toBe(60 * 60);
    expect(intervalSec({ result: read([]) })).toBe(60 * 60);
    expect(intervalSec({ result: read([1, 3, 5, 7].map(minutesAgo)), range: memberRange })).toBe(60 * 60);
  });

  it("comes twice as often after a gap", () => {
    expect(intervalSec({ result: read([10, 40, 70, 100].map(minutesAgo), { hasGap: true }) })).toBe(450);
  });

  it("feels its way where entries carry no dates", () => {
    const undated = [now, now, now];
    expect(intervalSec({ result: read(undated) })).toBe(600);
    expect(intervalSec({ result: read(undated, { hasNew: false }), lastEntryAt: minutesAgo(720) })).toBe(1_800);
  });
});

describe("after an unchanged answer", () => {
  it("keeps the pace it had, within the range", () => {
    expect(intervalSec({ keptSec: 1_200 })).toBe(1_200);
    expect(intervalSec({ keptSec: 86_400 })).toBe(3_600);
  });

  it("asks a feed that fell silent less and less often", () => {
    expect(intervalSec({ keptSec: 300, lastEntryAt: minutesAgo(60) })).toBe(300);
    expect(intervalSec({ keptSec: 300, lastEntryAt: minutesAgo(720) })).toBe(1_800);
    expect(intervalSec({ keptSec: 300, lastEntryAt: minutesAgo(100_000) })).toBe(3_600);
  });
});

describe("what feed and server ask", () => {
  const result = read([1, 2, 3].map(minutesAgo));

  it("is never undercut, up to a day", () => {
    expect(intervalSec({ result, feedHints: { ...hints, ttlMinutes: 90 } })).toBe(90 * 60);
    expect(intervalSec({ result, feedHints: { ...hints, updatePeriodMinutes: 120 } })).toBe(120 * 60);
    expect(intervalSec({ result, serverHints: { maxAgeSec: 1_800, retryAfterSec: null } })).toBe(1_800);
    expect(intervalSec({ result, serverHints: { maxAgeSec: 9_999_999, retryAfterSec: null } })).toBe(86_400);
    expect(intervalSec({ result, serverHints: { maxAgeSec: null, retryAfterSec: 172_800 } })).toBe(172_800);
  });

  it("holds after a 304 and after a failure too", () => {
    const feedHints = { ...hints, ttlMinutes: 90, skipHoursUtc: [13, 14] };
    const failure = { kind: "failure", error: { kind: "timeout", afterMs: 20_000 }, failureCount: 1 } as const;
    for (const each of [{ kind: "unchanged" } as const, failure]) {
      const next = scheduleNextPoll(facts({ result: each, feedHints }));
      expect(next.intervalSec).toBe(90 * 60);
      expect(next.nextPollAt.toISOString()).toBe("2026-03-03T15:00:00.000Z");
    }
  });

  it("spreads feeds that are let in again at the same hour", () => {
    const next = scheduleNextPoll(facts({ feedHints: { ...hints, skipHoursUtc: [12] }, jitter: 0.5 }));
    expect(next.nextPollAt.toISOString()).toBe("2026-03-03T13:05:00.000Z");
    const skipsDay = scheduleNextPoll(facts({ feedHints: { ...hints, skipDays: [2] } }));
    expect(skipsDay.nextPollAt.toISOString()).toBe("2026-03-04T00:00:00.000Z");
  });

  it("only lengthens by jitter, by a tenth at most", () => {
    expect(scheduleNextPoll(facts({ keptSec: 3_600 })).nextPollAt.getTime() - now.getTime()).toBe(3_600_000);
    expect(scheduleNextPoll(facts({ keptSec: 3_600, jitter: 0.999 })).nextPollAt.getTime() - now.getTime()).toBeLessThanOrEqual(3_960_000);
  });
});

describe("after a failure", () => {
  const waitAfter = (error: PollError, failureCount: number, keptSec = 300) =>
    intervalSec({ result: { kind: "failure", error, failureCount }, keptSec });
  const status = (code: number, retryAfterSec: number | null = null): PollError => ({ kind: "http-status", status: code, retryAfterSec });

  it("backs off from 15 minutes to a day, where the server is at fault", () => {
    const waits = [1, 2, 3, 7, 8, 60].map((count) => waitAfter({ kind: "timeout", afterMs: 20_000 }, count));
    expect(waits).toEqual([900, 1_800, 3_600, 57_600, 86_400, 86_400]);
    expect(waitAfter(status(500), 1)).toBe(900);
  });

  it("is never asked more often than while it answered", () => {
    expect(waitAfter(status(500), 1, 3_600)).toBe(3_600);
    expect(
      scheduleNextPoll(facts({ range: memberRange, keptSec: 7_200, result: { kind: "failure", error: status(502), failureCount: 1 } }))
        .intervalSec,
    ).toBe(7_200);
  });

  it("gives a refusal an hour at least", () => {
    expect([401, 402, 403, 404, 429].map((code) => waitAfter(status(code), 1))).toEqual([3_600, 3_600, 3_600, 3_600, 3_600]);
  });

  it("asks what seems dead daily for a month, then weekly, then monthly, and never gives up", () => {
    expect([8, 37, 38, 59, 60, 600].map((count) => waitAfter(status(404), count) / 86_400)).toEqual([1, 1, 7, 7, 30, 30]);
    expect(waitAfter({ kind: "dns", detail: "ENOTFOUND" }, 38) / 86_400).toBe(7);
  });

  it("keeps Retry-After up to seven days", () => {
    expect(waitAfter(status(429, 7_200), 1)).toBe(7_200);
    expect(waitAfter(status(503, 99_999_999), 1)).toBe(604_800);
  });
});

it("takes the contract's pace before the origin's", () => {
  const none = { minIntervalSec: null, maxIntervalSec: null };
  expect(pollRange({ addedBy: "catalogue", ...none })).toEqual({ minSec: 300, maxSec: 3_600 });
  expect(pollRange({ addedBy: "member", ...none })).toEqual({ minSec: 3_600, maxSec: 86_400 });
  expect(pollRange({ addedBy: "catalogue", minIntervalSec: 60, maxIntervalSec: 120 })).toEqual({ minSec: 60, maxSec: 120 });
  expect(pollRange({ addedBy: "catalogue", minIntervalSec: 7_200, maxIntervalSec: null })).toEqual({ minSec: 7_200, maxSec: 7_200 });
  expect(pollRange({ addedBy: "catalogue", minIntervalSec: null, maxIntervalSec: 60 })).toEqual({ minSec: 60, maxSec: 60 });
});

it("never plans a poll before the range, the asked wait or into a skipped hour, whatever comes together", () => {
  const hours = fc.uniqueArray(fc.integer({ min: 0, max: 23 }), { maxLength: 23 });
  const days = fc.uniqueArray(fc.integer({ min: 0, max: 6 }), { maxLength: 6 });
  const some = fc.option(fc.integer({ min: 1, max: 100_000 }));
  fc.assert(
    fc.property(
      hours,
      days,
      some,
      some,
      fc.double({ min: 0, max: 0.999, noNaN: true }),
      (skipHoursUtc, skipDays, ttlMinutes, maxAgeSec, jitter) => {
        const feedHints = { ...hints, skipHoursUtc, skipDays, ttlMinutes };
        const next = scheduleNextPoll(facts({ feedHints, serverHints: { maxAgeSec, retryAfterSec: null }, jitter }));
        const waitSec = (next.nextPollAt.getTime() - now.getTime()) / 1_000;
        const askedSec = Math.min(Math.max((ttlMinutes ?? 0) * 60, maxAgeSec ?? 0), 86_400);
        expect(waitSec).toBeGreaterThanOrEqual(Math.max(catalogueRange.minSec, askedSec));
        expect(skipHoursUtc).not.toContain(next.nextPollAt.getUTCHours());
        expect(skipDays).not.toContain(next.nextPollAt.getUTCDay());
      },
    ),
  );
});
