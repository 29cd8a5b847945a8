import { expect, it } from "vitest";
import { checkTarget } from "@/lib/platform/http/check-target";

const kindOf = (url: string, startedAt: string | null = null) => {
  const target = checkTarget(url, startedAt);
  return target.ok ? target.value.href : target.error.kind;
};

it("takes http and https, without the fragment", () => {
  expect(kindOf("https://a.example/feed#top")).toBe("https://a.example/feed");
  expect(kindOf("https://a.example/feed#")).toBe("https://a.example/feed");
  expect(kindOf("http://a.example")).toBe("http://a.example/");
});

it.each(["file:///etc/passwd", "javascript:alert(1)", "ws://a.example/", "http://me@a.example/", "http://:pass@a.example/"])(
  "refuses %s",
  (url) => {
    expect(kindOf(url)).toBe("forbidden-address");
  },
);

it.each(["localhost", "LOCALHOST.", "a.localhost", "printer.local", "metadata.google.internal"])("refuses the name %s", (name) => {
  expect(kindOf(`https://${name}/`)).toBe("forbidden-address");
});

it.each(["localhost.example", "notlocal", "internal.example"])("knows %s for an ordinary name", (name) => {
  expect(kindOf(`https://${name}/`)).toBe(`https://${name}/`);
});

it("does not step down from where a chain began", () => {
  expect(kindOf("http://b.example/", "https://a.example/")).toBe("redirect");
  expect(kindOf("http://b.example/", "http://a.example/")).toBe("http://b.example/");
});

it("names what is no address at all", () => {
  expect(kindOf("http://")).toBe("protocol");
});
