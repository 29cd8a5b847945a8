import { describe, expect, it } from "vitest";
import { readServerHints } from "@/lib/feeds/read-server-hints";

const now = new Date("2026-03-03T12:00:00Z");
const direct = { redirects: [] };

describe("freshness", () => {
  it.each([
    [{ "cache-control": "public, max-age=600" }, 600],
    [{ "cache-control": 'private,max-age = "60"' }, 60],
    [{ "cache-control": "s-maxage=900" }, null],
    [{ "cache-control": "no-cache, max-age=600" }, null],
    [{ "cache-control": "max-age=0" }, null],
    [{ expires: "Tue, 03 Mar 2026 12:05:00 GMT", date: "Tue, 03 Mar 2026 12:00:00 GMT" }, 300],
    [{ expires: "Tue, 03 Mar 2026 13:05:00 GMT", date: "Tue, 03 Mar 2026 13:00:00 GMT" }, 300],
    [{ expires: "Tue, 03 Mar 2026 12:05:00 GMT" }, 300],
    [{ expires: "0" }, null],
    [{}, null],
  ])("reads %j as %s seconds", (headers, maxAgeSec) => {
    expect(readServerHints({ headers: headers as Record<string, string>, ...direct }, now).maxAgeSec).toBe(maxAgeSec);
  });
});

describe("Retry-After", () => {
  it.each([
    ["120", 120],
    [" 120 ", 120],
    ["Tue, 03 Mar 2026 12:10:00 GMT", 600],
    ["Tuesday, 03-Mar-26 12:10:00 GMT", 600],
    ["Tue, 03 Mar 2026 11:00:00 GMT", null],
    ["0", null],
    ["-5", null],
    ["1.5", null],
    ["soon", null],
    ["", null],
    ["315360000", 604_800],
    ["Sat, 03 Mar 2036 12:00:00 GMT", 604_800],
  ])("reads %j as %s seconds", (header, retryAfterSec) => {
    expect(readServerHints({ headers: { "retry-after": header }, ...direct }, now).retryAfterSec).toBe(retryAfterSec);
  });

  it("counts a date from the server's own clock, so that a wrong one shortens nothing", () => {
    const headers = { "retry-after": "Tue, 03 Mar 2026 10:10:00 GMT", date: "Tue, 03 Mar 2026 10:00:00 GMT" };
    expect(readServerHints({ headers, ...direct }, now).retryAfterSec).toBe(600);
  });

  it("takes the longest wait of all hops", () => {
    const redirects = [{ retryAfter: "300" }, { retryAfter: null }, { retryAfter: "garbage" }];
    expect(readServerHints({ headers: {}, redirects }, now).retryAfterSec).toBe(300);
    expect(readServerHints({ headers: { "retry-after": "900" }, redirects }, now).retryAfterSec).toBe(900);
  });
});
