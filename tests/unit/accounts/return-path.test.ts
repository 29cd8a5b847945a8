import { describe, expect, it } from "vitest";
import { returnPath } from "@/lib/accounts/return-path";

const hostile = [
  "//evil.example",
  "///evil.example",
  "/\\evil.example",
  "\\/evil.example",
  "\\\\evil.example",
  "https://evil.example",
  "http:evil.example",
  "https:/evil.example",
  "javascript:alert(1)",
  "JaVaScRiPt:alert(1)",
  "data:text/html,x",
  " //evil.example",
  "\t//evil.example",
  "/\t/evil.example",
  "/\n/evil.example",
  "/\r/evil.example",
  "/\u0000/evil.example",
  "/.//evil.example",
  "/..//evil.example",
  "/a/..//evil.example",
  "/%2e//evil.example",
  "/./\\evil.example",
  "evil.example",
  "@evil.example",
  "/sign-in",
  "/sign-up?returnTo=/sign-up",
  "/sign-out",
  "",
  "x".repeat(3_000),
];

describe("returnPath", () => {
  it.each(hostile)("sends %j to the front page", (input) => {
    expect(returnPath(input)).toBe("/");
  });

  it.each([[undefined], [null], [7], [["/a"]], [{}]])("sends what is no text (%j) to the front page", (input) => {
    expect(returnPath(input)).toBe("/");
  });

  it.each([
    ["/article/tidal-gate-opens", "/article/tidal-gate-opens"],
    ["/section/world/before/abc?x=1", "/section/world/before/abc?x=1"],
    ["/article/a#wall", "/article/a"],
    ["/article/../titles", "/titles"],
    ["/%2f%2fevil.example", "/%2f%2fevil.example"],
  ])("keeps our own path %s", (input, expected) => {
    expect(returnPath(input)).toBe(expected);
  });

  it("never leaves our origin, whatever stands in front of a foreign one", () => {
    const origin = "https://broadsheet.example";
    for (const input of hostile) expect(new URL(returnPath(input), origin).origin).toBe(origin);
  });
});
