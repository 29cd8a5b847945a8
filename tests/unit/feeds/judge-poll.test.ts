import { describe, expect, it } from "vitest";
import { judgePoll, type PollReading } from "@/lib/feeds/judge-poll";
import { pollErrorWords } from "@/lib/feeds/poll-error-words";
import type { PollVerdict } from "@/lib/feeds/poll-verdict";
import type { DueFeed, FeedHints, PollError } from "@/lib/feeds/types";
import { makeFeed } from "../articles/make-draft";

const now = new Date("2026-11-20T12:00:00Z");
const minutesAgo = (minutes: number): Date => new Date(now.getTime() - minutes * 60_000);
const silent = { maxAgeSec: null, retryAfterSec: null };
const noHints: FeedHints = { ttlMinutes: null, skipHoursUtc: [], skipDays: [], updatePeriodMinutes: null };
const unchanged: PollReading = { kind: "unchanged", hints: silent, movedTo: null };
const status = (code: number, retryAfterSec: number | null = null): PollError => ({ kind: "http-status", status: code, retryAfterSec });
const sample = makeFeed({ publisher: { ...makeFeed().publisher, isSample: true } });

const judge = (outcome: PollReading, changes: Partial<DueFeed> = {}): PollVerdict =>
  judgePoll({ feed: makeFeed(changes), outcome, now, jitter: 0 });
const fail = (error: PollError, changes: Partial<DueFeed> = {}): PollVerdict => judge({ kind: "failure", error }, changes);
const read = (publishedAt: Date[], knownCount: number | null = null): PollReading => ({
  kind: "read",
  hints: silent,
  movedTo: null,
  feedHints: noHints,
  publishedAt,
  knownCount,
});

const everyError: PollError[] = [
  { kind: "timeout", afterMs: 20_000 },
  { kind: "dns", detail: "ENOTFOUND" },
  { kind: "connect", detail: "ECONNREFUSED" },
  { kind: "tls", detail: "CERT_HAS_EXPIRED" },
  { kind: "forbidden-address", detail: "10.0.0.1" },
  { kind: "redirect", detail: "too many redirects" },
  { kind: "protocol", detail: "HPE_INVALID_CONSTANT" },
  { kind: "body-too-large", limitBytes: 10_485_760 },
  { kind: "not-a-feed", reason: "the document is a web page" },
  { kind: "robots", host: "paper.example" },
  ...[304, 400, 401, 402, 403, 404, 410, 429, 451, 500, 502, 503, 504].map((code) => status(code)),
];

describe("every failure", () => {
  it.each(everyError)("%j waits, counts and is said in words", (error) => {
    const verdict = fail(error);
    expect(verdict).toMatchObject({ isSuccess: false, failureCount: 1, lastErrorKind: error.kind, url: makeFeed().url });
    expect(verdict.intervalSec).toBeGreaterThanOrEqual(900);
    expect(verdict.lastError).toBe(pollErrorWords(error));
    expect(verdict.lastError).toMatch(/^[A-Z].{15,}\.$/);
  });

  it("keeps what the feed said of its hours and what was counted of a move", () => {
    const hints = { ...noHints, ttlMinutes: 240 };
    const verdict = fail(status(500), { hints, movedTo: "https://new.example/", movedCount: 4, movedSince: minutesAgo(60) });
    expect(verdict).toMatchObject({ hints, intervalSec: 14_400, movedTo: "https://new.example/", movedCount: 4 });
  });
});

describe("the admin hears", () => {
  it("of a failing feed once, from the third failure on", () => {
    const events = [0, 1, 2, 3, 10].map((failureCount) => fail(status(500), { failureCount }).events.length);
    expect(events).toEqual([0, 0, 1, 0, 0]);
    expect(fail(status(500), { failureCount: 2 }).events[0]).toMatchObject({ kind: "failing" });
  });

  it("of one that healed, where it had been failing", () => {
    expect(judge(unchanged, { failureCount: 2 }).events).toEqual([]);
    expect(judge(unchanged, { failureCount: 5 })).toMatchObject({
      isSuccess: true,
      failureCount: 0,
      lastError: null,
      lastErrorKind: null,
      events: [{ kind: "healed", words: "Answers again after 5 failures in a row." }],
    });
  });

  it("of a feed withdrawn, at the first 410, which ends its polling", () => {
    expect(fail(status(410))).toMatchObject({ goneAt: now, events: [{ kind: "gone" }] });
    expect(fail(status(404))).toMatchObject({ goneAt: null, events: [] });
  });

  it("of a refusal by robots.txt once, and of its end, with a look every day between", () => {
    const refused: PollError = { kind: "robots", host: "paper.example" };
    const first = fail(refused);
    expect(first).toMatchObject({ intervalSec: 86_400, holdHost: null, events: [{ kind: "refused" }] });
    expect(first.lastError).toBe("The robots.txt of paper.example asks Broadsheet by name to leave this feed alone.");
    expect(fail(refused, { failureCount: 50, lastErrorKind: "robots" })).toMatchObject({ intervalSec: 86_400, events: [] });
    expect(judge(unchanged, { failureCount: 1, lastErrorKind: "robots" }).events).toMatchObject([{ kind: "healed" }]);
  });

  it("of an address dead for a month", () => {
    expect(fail(status(404), { failureCount: 37 }).events[0]?.words).toContain("weekly");
    expect(fail(status(500), { failureCount: 37 }).events).toEqual([]);
  });
});

describe("a host that asks for rest", () => {
  it.each([
    [status(429, 7_200), "2026-11-20T14:00:00.000Z"],
    [status(503, 600), "2026-11-20T12:10:00.000Z"],
    [status(429), "2026-11-20T13:00:00.000Z"],
  ])("gets it after %j until %s", (error, until) => {
    const verdict = fail(error);
    expect(verdict.holdHost).toMatchObject({ host: "paper.example", until: new Date(until) });
    expect(verdict.nextPollAt.getTime()).toBeGreaterThanOrEqual(new Date(until).getTime());
  });

  it("is the one that answered, where a redirect led away", () => {
    expect(fail({ kind: "http-status", status: 429, retryAfterSec: 60, url: "https://cdn.example:8443/f" }).holdHost?.host).toBe(
      "cdn.example:8443",
    );
  });

  it("is not found in other failures, nor in a 503 without a time", () => {
    for (const code of [403, 404, 410, 500, 503]) expect(fail(status(code)).holdHost).toBeNull();
    expect(fail(status(500, 600))).toMatchObject({ holdHost: null, intervalSec: 900 });
  });

  it("does not rest a day for one feed's long series of 429 without a time", () => {
    const verdict = fail(status(429), { failureCount: 20 });
    expect(verdict.intervalSec).toBe(86_400);
    expect(verdict.holdHost?.until).toEqual(new Date("2026-11-20T13:00:00Z"));
  });
});

describe("success", () => {
  it("takes over what the feed says of its hours, which a 304 then keeps", () => {
    const feedHints = { ...noHints, ttlMinutes: 120 };
    const first = judge({ ...read([minutesAgo(5)]), feedHints } as PollReading);
    expect(first).toMatchObject({ hints: feedHints, intervalSec: 7_200, failureCount: 0 });
    expect(judge(unchanged, { hints: first.hints })).toMatchObject({ hints: feedHints, intervalSec: 7_200 });
  });

  it("asks a member's feed at most once an hour", () => {
    expect(judge(read([1, 2, 3].map(minutesAgo)), { addedBy: "member" }).intervalSec).toBe(3_600);
    expect(judge(unchanged, { addedBy: "member", intervalSec: 900 }).intervalSec).toBe(3_600);
  });
});

describe("sample titles", () => {
  it.each<PollReading>([unchanged, read([]), ...everyError.map((error) => ({ kind: "failure", error }) as const)])(
    "keep their 30 s after %j",
    (outcome) => {
      const verdict = judgePoll({ feed: sample, outcome, now, jitter: 0.9 });
      expect(verdict).toMatchObject({ intervalSec: 30, nextPollAt: new Date("2026-11-20T12:00:30Z"), goneAt: null, holdHost: null });
    },
  );
});

describe("a gap", () => {
  const window = [10, 20, 30, 40, 50].map(minutesAgo);
  const before = { lastSuccessAt: minutesAgo(60), lastEntryAt: minutesAgo(65), intervalSec: 1_200 };

  it("is seen when the window has moved past the last entry, and brings us back sooner", () => {
    const verdict = judge(read(window, 0), before);
    expect(verdict.events).toMatchObject([{ kind: "gap", words: expect.stringContaining("All 5 entries were new") }]);
    expect(verdict.intervalSec).toBe(300);
  });

  it.each([
    ["one entry is known", read(window, 1), before],
    ["nobody looked", read(window, null), before],
    ["the feed was never read before", read(window, 0), { ...before, lastEntryAt: null }],
    ["the feed is tiny", read(window.slice(0, 3), 0), before],
    ["entries older than the last one are there under new names", read([...window, minutesAgo(70)], 0), before],
  ])("is none where %s", (_name, outcome, changes) => {
    expect(judge(outcome, changes).events).toEqual([]);
  });
});
