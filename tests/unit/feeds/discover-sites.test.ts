import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { PassThrough, Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { afterAll, beforeEach, expect, it } from "vitest";
import { discoverCommand } from "@/lib/cli/commands/discover";
import { findFeeds } from "@/lib/feeds/discovery-gateway";
import { stopFeedLanes } from "@/lib/feeds/feed-lane-gateway";
import { admitOrigin } from "@/lib/platform/http/admitted-origins";

type Page = { body: string; headers?: Record<string, string>; status?: number };

const rss = (title: string, ...guids: string[]) => `<?xml version="1.0"?><rss version="2.0"><channel><title>${title}</title>
  <link>https://site.example/</link>${guids
    .map(
      (guid) => `<item><title>${guid}</title><guid>${guid}</guid>
  <pubDate>Fri, 20 Nov 2026 10:00:00 GMT</pubDate></item>`,
    )
    .join("")}</channel></rss>`;

let site: Record<string, Page> = {};
const paths: string[] = [];
const server = createServer((request, response) => {
  paths.push(request.url ?? "");
  const page = site[request.url ?? ""];
  if (!page) response.writeHead(404).end();
  else response.writeHead(page.status ?? 200, { "content-type": "text/html; charset=utf-8", ...page.headers }).end(page.body);
});
await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
admitOrigin(origin);

afterAll(async () => {
  server.close();
  await stopFeedLanes();
});
beforeEach(() => {
  paths.length = 0;
});

const open = { mayFetchPage: async () => ({ allowed: true, reason: "no rules" }) };
const find = async (path: string) => {
  const found = await findFeeds(origin + path, open);
  if (!found.ok) throw new Error(found.error.reason);
  return found.value.map((feed) => [feed.url.replace(origin, ""), feed.title, feed.source]);
};

it("takes an address that is a feed for the feed", async () => {
  site = { "/x": { body: rss("Paper", "a", "b") } };
  const found = await findFeeds(`${origin}/x`, open);
  expect(found.ok && found.value).toEqual([
    {
      url: `${origin}/x`,
      title: "Paper",
      homeUrl: "https://site.example/",
      format: "rss",
      language: null,
      entries: 2,
      newestAt: new Date("2026-11-20T10:00:00Z"),
      isComments: false,
      source: "given",
    },
  ]);
});

it("reads what header and page announce, drops what is no feed, follows redirects, names each once, comments last", async () => {
  site = {
    "/": {
      headers: { link: '</header>; rel="alternate"; type="application/atom+xml"' },
      body: `<link rel="alternate" type="application/rss+xml" title="Comments" href="/comments/feed">
        <link rel="alternate" type="application/rss+xml" href="/moved"><link rel="alternate" type="application/rss+xml" href="/main">
        <link rel="alternate" type="application/rss+xml" href="/dead"><link rel="alternate" type="text/xml" href="/page"><a href="/other.rss">RSS</a>`,
    },
    "/header": { body: rss("Header", "h") },
    "/moved": { status: 301, headers: { location: "/main" }, body: "" },
    "/main": { body: rss("", "m") },
    "/page": { body: "<html><p>no feed</p></html>" },
    "/comments/feed": { body: rss("Paper: comments", "c") },
    "/other.rss": { body: rss("Other", "o") },
  };
  expect(await find("/")).toEqual([
    ["/header", "Header", "header"],
    ["/main", "127.0.0.1", "alternate"],
    ["/comments/feed", "Paper: comments", "alternate"],
  ]);
  expect(paths).not.toContain("/other.rss");
});

it("follows anchors where nothing is announced, over a page that lists feeds", async () => {
  site = {
    "/": { body: '<a href="/our/rss/">RSS feeds</a><a href="/about">About</a>' },
    "/our/rss/": { body: '<a href="/world.rss">World</a><a href="/sport.rss">Sport</a>' },
    "/world.rss": { body: rss("World", "w") },
    "/sport.rss": { body: rss("Sport", "s") },
  };
  expect(await find("/")).toEqual([
    ["/world.rss", "World", "anchor"],
    ["/sport.rss", "Sport", "anchor"],
  ]);
});

it("tries the usual places last, and stops at the first feed", async () => {
  site = { "/": { body: "<p>silence</p>" }, "/rss": { body: rss("Silent", "s") }, "/rss.xml": { body: rss("Again", "s") } };
  expect(await find("/")).toEqual([["/rss", "Silent", "usual-path"]]);
  expect(paths).toEqual(["/", "/feed", "/rss"]);
});

it("finds none without complaint, and reports what cannot be reached or is closed to us", async () => {
  site = { "/": { body: "<p>silence</p>" } };
  expect(await find("/")).toEqual([]);
  expect(await findFeeds(`${origin}/gone`, open)).toMatchObject({ ok: false, error: { kind: "unreachable" } });
  expect(await findFeeds("http://127.0.0.1:9/", open)).toMatchObject({ ok: false, error: { kind: "unreachable" } });
  paths.length = 0;
  const closed = { mayFetchPage: async () => ({ allowed: false, reason: "refused by rules" }) };
  expect(await findFeeds(`${origin}/`, closed)).toEqual({ ok: false, error: { kind: "robots", reason: "refused by rules" } });
  expect(paths).toEqual([]);
});

it("asks the robots.txt of the origin that a redirect leads to", async () => {
  const other = origin.replace("127.0.0.1", "localhost");
  admitOrigin(other);
  site = { "/": { status: 302, headers: { location: `${other}/home` }, body: "" }, "/home": { body: '<a href="/rss">RSS</a>' } };
  const rules = { mayFetchPage: async (url: string) => ({ allowed: url.startsWith(origin), reason: "refused by rules" }) };
  expect(await findFeeds(`${origin}/`, rules)).toEqual({ ok: false, error: { kind: "robots", reason: "refused by rules" } });
  expect(paths).toEqual(["/", "/home"]);
});

async function run(args: string[], input = "") {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const code = await discoverCommand(args, { stdin: Readable.from([Buffer.from(input)]), stdout, stderr });
  stdout.end();
  stderr.end();
  return { code, stdout: await text(stdout), stderr: await text(stderr) };
}

it("prints feeds of a page, of a site and of a feed itself", async () => {
  const page = await run(["-", "--url", "https://a.example/b/"], '<link rel="alternate" type="application/rss+xml" href="feed">');
  expect(JSON.parse(page.stdout)).toEqual({
    url: "https://a.example/b/",
    isFeed: false,
    feeds: [{ url: "https://a.example/b/feed", title: null, type: "application/rss+xml", source: "alternate" }],
  });
  expect(JSON.parse((await run(["-"], rss("Paper", "a"))).stdout)).toMatchObject({ isFeed: true, title: "Paper", feeds: [] });
  site = { "/": { body: rss("Site", "a") }, "/robots.txt": { body: "User-agent: *\nDisallow: /closed" } };
  const found = await run([`${origin}/`]);
  expect([found.code, JSON.parse(found.stdout).feeds[0].title]).toEqual([0, "Site"]);
  const closed = await run([`${origin}/closed`]);
  expect([closed.code, JSON.parse(closed.stdout)]).toEqual([2, { error: { kind: "robots", reason: "refused by rules" } }]);
});

it("says how it is used", async () => {
  for (const args of [[], ["a", "b"], ["-", "--url", "ftp://x"], ["-", "--wrong"]]) {
    const told = await run(args);
    expect([told.code, told.stderr.includes("Usage: broadsheet discover")]).toEqual([1, true]);
  }
  expect((await run(["/nowhere/at/all"])).code).toBe(1);
});
