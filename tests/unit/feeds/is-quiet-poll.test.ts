import { expect, it } from "vitest";
import { isQuietPoll } from "@/lib/feeds/is-quiet-poll";
import { judgePoll, type PollReading } from "@/lib/feeds/judge-poll";
import type { DueFeed } from "@/lib/feeds/types";
import { makeFeed } from "../articles/make-draft";

const now = new Date("2026-11-20T12:00:00Z");
const silent = { maxAgeSec: null, retryAfterSec: null };
const nothingNew: PollReading = { kind: "unchanged", hints: silent, movedTo: null };
const known = makeFeed({ etag: '"a"', lastModified: null, validatorsUrl: makeFeed().url });
const validators = { etag: '"a"', lastModified: null, validatorsUrl: known.url };

function poll(reading: PollReading, before: Partial<DueFeed> = {}, brought: Partial<Parameters<typeof isQuietPoll>[1]> = {}): boolean {
  const feed = { ...known, ...before };
  const verdict = judgePoll({ feed, outcome: reading, now, jitter: 0.5 });
  return isQuietPoll(feed, { verdict, validators, bodyHash: null, lastEntryAt: null, findings: null, created: 0, ...brought });
}

it("is quiet after a 304 that repeats its validators, or names none", () => {
  expect(poll(nothingNew)).toBe(true);
  expect(poll(nothingNew, {}, { validators: null })).toBe(true);
});

it.each([
  ["another ETag", {}, { validators: { ...validators, etag: '"b"' } }],
  ["another date", {}, { validators: { ...validators, lastModified: "Fri, 20 Nov 2026 10:00:00 GMT" } }],
  ["validators of another address", {}, { validators: { ...validators, validatorsUrl: "https://elsewhere.example/feed" } }],
  ["a body, though with the same entries", {}, { bodyHash: "0".repeat(32) }],
  ["entries", {}, { lastEntryAt: now }],
  ["entries that are new", {}, { created: 1 }],
  ["findings, though none", {}, { findings: [] }],
  ["failures before it", { failureCount: 1, lastErrorKind: "timeout" }, {}],
  ["a refusal before it", { lastErrorKind: "robots" }, {}],
  ["a move that was being counted", { movedTo: "https://new.example/", movedCount: 2, movedSince: now }, {}],
])("is not quiet with %s", (_, before, brought) => {
  expect(poll(nothingNew, before, brought)).toBe(false);
});

it("is not quiet when it moves, fails, or says other things of itself", () => {
  expect(poll({ ...nothingNew, movedTo: "https://new.example/feed" })).toBe(false);
  expect(poll({ kind: "failure", error: { kind: "timeout", afterMs: 20_000 } })).toBe(false);
  const feedHints = { ttlMinutes: 60, skipHoursUtc: [], skipDays: [], updatePeriodMinutes: null };
  expect(poll({ kind: "read", hints: silent, movedTo: null, feedHints, publishedAt: [], knownCount: 0 })).toBe(false);
});
