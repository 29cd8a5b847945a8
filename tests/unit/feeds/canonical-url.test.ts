import { expect, it } from "vitest";
import { canonicalUrl } from "@/lib/feeds/canonical-url";

it.each([
  ["https://A.example:443/x?utm_source=rss&id=2&utm_medium=feed", "https://a.example/x?id=2"],
  ["https://a.example/x?fbclid=abc", "https://a.example/x"],
  ["https://a.example/x?at_medium=RSS&at_campaign=KARANGA", "https://a.example/x"],
  ["https://a.example/x?q=%E4&b=a+b", "https://a.example/x?q=%E4&b=a+b"],
  ["https://a.example/x?id=1&amp;ref=rss", "https://a.example/x?id=1"],
  ["https://a.example/x?source=interview&ref=12", "https://a.example/x?source=interview&ref=12"],
  ["https://a.example/live#block-7", "https://a.example/live#block-7"],
  ["https://a.example/x#xtor=RSS-1", "https://a.example/x"],
  ["https://a.example/x?#", "https://a.example/x"],
  ["https://user:secret@a.example/x", "https://a.example/x"],
  ["//a.example/x", "https://a.example/x"],
  [" https://a.example/\n x ", "https://a.example/%20x"],
])("makes %s into %s", (text, canonical) => {
  expect(canonicalUrl(text)).toBe(canonical);
});

it("resolves relative addresses and refuses what is no web address", () => {
  expect(canonicalUrl("../b?x=1", "https://a.example/c/d")).toBe("https://a.example/b?x=1");
  expect(["javascript:alert(1)", "mailto:a@b.example", "/only/a/path", "", null].map((text) => canonicalUrl(text))).toEqual([
    null,
    null,
    null,
    null,
    null,
  ]);
});

it("gives the same when applied twice", () => {
  const once = canonicalUrl("https://a.example/x?utm_source=a&z=1#!route") ?? "";
  expect(canonicalUrl(once)).toBe(once);
});
