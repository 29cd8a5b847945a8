import { describe, expect, it } from "vitest";
import { toBase32 } from "@/lib/core/base32";
import { findTotpStep, totpCode, totpStepAt } from "@/lib/core/totp";

const secret = Buffer.from("12345678901234567890");

describe("codes of an authenticator app", () => {
  // RFC 6238, appendix B: eight digits there, of which the last six are ours.
  it.each([
    [59, "287082"],
    [1_111_111_109, "081804"],
    [1_111_111_111, "050471"],
    [1_234_567_890, "005924"],
    [2_000_000_000, "279037"],
    [20_000_000_000, "353130"],
  ])("at second %i", (second, code) => {
    expect(totpCode(secret, totpStepAt(new Date(second * 1_000)))).toBe(code);
  });

  it("forgives a clock that is one step off, and no more", () => {
    const now = new Date("2026-11-22T12:00:10Z");
    const step = totpStepAt(now);
    for (const off of [-1, 0, 1]) expect(findTotpStep(secret, totpCode(secret, step + off), now, 0)).toBe(step + off);
    for (const off of [-2, 2]) expect(findTotpStep(secret, totpCode(secret, step + off), now, 0)).toBeNull();
  });

  it("takes no code of a step that was used, nor of one before it", () => {
    const now = new Date("2026-11-22T12:00:10Z");
    const step = totpStepAt(now);
    expect(findTotpStep(secret, totpCode(secret, step), now, step)).toBeNull();
    expect(findTotpStep(secret, totpCode(secret, step - 1), now, step)).toBeNull();
    expect(findTotpStep(secret, totpCode(secret, step + 1), now, step)).toBe(step + 1);
  });

  it.each(["", "12345", "1234567", "abcdef"])("takes %j for nothing", (code) => {
    expect(findTotpStep(secret, code, new Date(), 0)).toBeNull();
  });
});

describe("base32", () => {
  // RFC 4648, section 10, without the padding.
  it.each([
    ["", ""],
    ["f", "MY"],
    ["fo", "MZXQ"],
    ["foo", "MZXW6"],
    ["foob", "MZXW6YQ"],
    ["fooba", "MZXW6YTB"],
    ["foobar", "MZXW6YTBOI"],
  ])("of %j", (text, expected) => {
    expect(toBase32(Buffer.from(text))).toBe(expected);
  });
});
