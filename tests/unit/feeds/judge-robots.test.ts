import { describe, expect, it } from "vitest";
import { judgeRobots, refusesFeedByName } from "@/lib/feeds/judge-robots";

const page = (path: string) => `https://paper.example${path}`;
const rules = (...lines: string[]) => ({ status: 200, body: lines.join("\n") });
const allows = (answer: { status: number; body: string }, path: string) => judgeRobots(answer, page(path)).allowed;

describe("which group of rules counts", () => {
  it("takes the group that names us instead of everyone's, whatever the case, version or words after it", () => {
    for (const agent of ["Broadsheet", "BROADSHEET", "broadsheet/1.0", "Broadsheet Reader"]) {
      const answer = rules("User-agent: *", "Disallow: /", "", `User-agent: ${agent}`, "Disallow: /private");
      expect(allows(answer, "/story")).toBe(true);
      expect(allows(answer, "/private/story")).toBe(false);
    }
  });

  it("does not take another's group for ours", () => {
    const answer = rules("User-agent: BroadsheetSpy", "Disallow: /", "User-agent: NotBroadsheet", "Disallow: /");
    expect(judgeRobots(answer, page("/a"))).toEqual({ allowed: true, crawlDelaySec: null, reason: "allowed by rules" });
  });

  it("joins several groups that name us and lets agents share rules, with other records between", () => {
    const answer = rules(
      "User-agent: other",
      "Sitemap: https://paper.example/map.xml",
      "User-agent: Broadsheet",
      "Disallow: /one",
      "User-agent: *",
      "Disallow: /everyone",
      "User-agent: Broadsheet # again",
      "Disallow: /two # and why",
    );
    expect(["/one", "/two", "/everyone", "/three"].map((path) => allows(answer, path))).toEqual([false, false, true, true]);
  });

  it("allows all where our group is empty", () => {
    expect(allows(rules("User-agent: *", "Disallow: /", "User-agent: Broadsheet", "Disallow:"), "/a")).toBe(true);
  });
});

describe("which rule wins", () => {
  const answer = rules(
    "User-agent: *",
    "Disallow: /news",
    "Allow: /news/open",
    "Disallow: /*.pdf$",
    "Disallow: /same",
    "Allow: /same",
    "Disallow: /caf%C3%A9",
    "Disallow: /search?q=",
  );
  it.each([
    ["/news/closed", false],
    ["/news/open/1", true],
    ["/file.pdf", false],
    ["/file.pdf?page=2", true],
    ["/same", true],
    ["/café/1", false],
    ["/search?q=x", false],
    ["/search", true],
    ["/", true],
  ])("%s → %s", (path, allowed) => {
    expect(allows(answer, path)).toBe(allowed);
  });

  it("reads files with a byte order mark, carriage returns and spaces before colons", () => {
    expect(allows({ status: 200, body: "\ufeffUser-Agent : *\r\nDISALLOW : /\r" }, "/a")).toBe(false);
  });
});

describe("what the status says", () => {
  it.each([
    [404, true, "no rules"],
    [401, true, "no rules"],
    [410, true, "no rules"],
    [500, false, "robots.txt unreachable"],
    [503, false, "robots.txt unreachable"],
    [0, false, "robots.txt unreachable"],
  ])("%s → allowed %s", (status, allowed, reason) => {
    expect(judgeRobots({ status, body: "User-agent: *\nDisallow: /" }, page("/a"))).toEqual({ allowed, crawlDelaySec: null, reason });
  });
});

describe("the pause", () => {
  it.each([
    ["5", 5],
    ["0.5", 0.5],
    ["86400", 60],
    ["-1", null],
    ["soon", null],
  ])("Crawl-delay: %s → %s s", (stated, crawlDelaySec) => {
    expect(judgeRobots(rules("User-agent: *", `Crawl-delay: ${stated}`), page("/a")).crawlDelaySec).toBe(crawlDelaySec);
  });
});

it("judges a hostile file in bounded time", () => {
  const rule = `Disallow: /${"*a".repeat(480)}b\n`;
  const body = `User-agent: *\n${rule.repeat(500)}`;
  const startedAt = performance.now();
  expect(allows({ status: 200, body }, `/${"a".repeat(2_000)}`)).toBe(true);
  expect(performance.now() - startedAt).toBeLessThan(10_000);
});

describe("feeds", () => {
  it("are refused only by rules that name us", () => {
    expect(refusesFeedByName(rules("User-agent: *", "Disallow: /"), page("/rss"))).toBe(false);
    expect(refusesFeedByName(rules("User-agent: Broadsheet", "Disallow: /"), page("/rss"))).toBe(true);
    expect(refusesFeedByName(rules("User-agent: Broadsheet", "Disallow: /", "Allow: /rss"), page("/rss"))).toBe(false);
    expect(refusesFeedByName({ status: 503, body: "" }, page("/rss"))).toBe(false);
  });
});
