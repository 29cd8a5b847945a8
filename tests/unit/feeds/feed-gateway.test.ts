import { createServer, type IncomingHttpHeaders, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { fetchFeed } from "@/lib/feeds/feed-gateway";
import { admitOrigin } from "@/lib/platform/http/admitted-origins";

const seen: { path: string; headers: IncomingHttpHeaders }[] = [];
let server: Server;
let origin = "";

type Answer = [status: number, headers: Record<string, string>];

const fixed: Record<string, Answer> = {
  "/moved": [301, { location: "/feed", "retry-after": "600" }],
  "/detour": [302, { location: "/feed" }],
  "/busy": [429, { "retry-after": "120" }],
  "/invented": [304, {}],
};
const etag = 'W/"\u00e9 1"';

function answerOf(condition: string | undefined): Answer {
  if (condition === etag) return [304, { "cache-control": "max-age=60" }];
  if (condition === '"1"') return [304, { etag: '"2"' }];
  return [200, { "content-type": "application/rss+xml", etag, "last-modified": "yesterday, roughly" }];
}

beforeAll(async () => {
  server = createServer((request, response) => {
    const path = request.url ?? "";
    seen.push({ path, headers: request.headers });
    const [status, headers] = fixed[path] ?? answerOf(request.headers["if-none-match"]);
    response.writeHead(status, headers).end(status === 200 ? "<rss/>" : undefined);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  admitOrigin(origin);
});
afterAll(() => server.close());
beforeEach(() => {
  seen.length = 0;
});

const stranger = (path: string) => ({ url: origin + path, etag: null, lastModified: null, validatorsUrl: null });

it("asks without conditions first, as ourselves, and keeps the validators byte for byte", async () => {
  const fetched = await fetchFeed(stranger("/feed"));
  expect(fetched.ok && fetched.value).toMatchObject({
    kind: "body",
    contentType: "application/rss+xml",
    finalUrl: `${origin}/feed`,
    movedTo: null,
    validators: { etag: 'W/"\u00e9 1"', lastModified: "yesterday, roughly", validatorsUrl: `${origin}/feed` },
  });
  expect(seen[0]?.headers["user-agent"]).toMatch(/^Broadsheet\/1\.0 \(\+.+; feed\)$/);
  expect(seen[0]?.headers).not.toHaveProperty("if-none-match");
  expect(seen[0]?.headers).not.toHaveProperty("cookie");
});

it("says how many readers it asks for, where they are counted", async () => {
  await fetchFeed({ ...stranger("/feed"), publisher: { followerCount: 12 } });
  expect(seen[0]?.headers["user-agent"]).toMatch(/^Broadsheet\/1\.0 \(\+.+; feed; 12 subscribers\)$/);
});

it("sends validators back exactly, and only to the URL that gave them", async () => {
  const known = { url: `${origin}/detour`, etag: 'W/"\u00e9 1"', lastModified: "yesterday, roughly", validatorsUrl: `${origin}/feed` };
  const fetched = await fetchFeed(known);
  expect(fetched.ok && fetched.value).toEqual({
    kind: "not-modified",
    movedTo: null,
    validators: { etag: 'W/"\u00e9 1"', lastModified: "yesterday, roughly", validatorsUrl: `${origin}/feed` },
    hints: { maxAgeSec: 60, retryAfterSec: null },
  });
  expect(seen.map((request) => [request.path, request.headers["if-none-match"], request.headers["if-modified-since"]])).toEqual([
    ["/detour", undefined, undefined],
    ["/feed", 'W/"\u00e9 1"', "yesterday, roughly"],
  ]);
});

it("tells a permanent move from a detour", async () => {
  const moved = await fetchFeed(stranger("/moved"));
  const detour = await fetchFeed(stranger("/detour"));
  expect(moved.ok && moved.value.kind === "body" && moved.value.movedTo).toBe(`${origin}/feed`);
  expect(detour.ok && detour.value.kind === "body" && detour.value.movedTo).toBeNull();
});

it("says where a feed moved also when it is unchanged, and how long its hops ask us to wait", async () => {
  const known = { url: `${origin}/moved`, etag: 'W/"\u00e9 1"', lastModified: null, validatorsUrl: `${origin}/feed` };
  const fetched = await fetchFeed(known);
  expect(fetched.ok && fetched.value).toMatchObject({
    kind: "not-modified",
    movedTo: `${origin}/feed`,
    hints: { maxAgeSec: 60, retryAfterSec: 600 },
  });
});

it("keeps what a 304 leaves out and takes over what it renews", async () => {
  const url = `${origin}/renewed`;
  const fetched = await fetchFeed({ url, etag: '"1"', lastModified: "yesterday", validatorsUrl: url });
  expect(fetched.ok && fetched.value.validators).toEqual({ etag: '"2"', lastModified: "yesterday", validatorsUrl: url });
});

it("takes a 304 for no answer when it had set no condition", async () => {
  const url = `${origin}/invented`;
  const answers = [
    await fetchFeed(stranger("/invented")),
    await fetchFeed({ url, etag: null, lastModified: null, validatorsUrl: url }),
    await fetchFeed({ url, etag: '"elsewhere"', lastModified: null, validatorsUrl: `${origin}/feed` }),
  ];
  for (const answer of answers) expect(answer).toMatchObject({ ok: false, error: { kind: "http-status", status: 304 } });
  expect(seen.every((request) => request.headers["if-none-match"] === undefined)).toBe(true);
});

it("sends neither cookie nor referrer, and adds nothing to the address", async () => {
  await fetchFeed(stranger("/feed?a=1&b"));
  expect(seen[0]).toMatchObject({ path: "/feed?a=1&b" });
  expect(seen[0]?.headers).not.toHaveProperty("referer");
  expect(seen[0]?.headers).not.toHaveProperty("cookie");
  expect(seen[0]?.headers.accept).toMatch(/^application\/atom\+xml/);
});

it("returns refusals as values, with the wait they ask for and who asked", async () => {
  expect(await fetchFeed(stranger("/busy"))).toEqual({
    ok: false,
    error: { kind: "http-status", status: 429, retryAfterSec: 120, url: `${origin}/busy` },
  });
});
