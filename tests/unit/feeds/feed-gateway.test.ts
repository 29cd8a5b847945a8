import { createServer, type IncomingHttpHeaders, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { fetchFeed } from "@/lib/feeds/feed-gateway";
import { admitOrigin } from "@/lib/platform/http/admitted-origins";

const seen: { path: string; headers: IncomingHttpHeaders }[] = [];
let server: Server;
let origin = "";

beforeAll(async () => {
  server = createServer((request, response) => {
    const path = request.url ?? "";
    seen.push({ path, headers: request.headers });
    if (path === "/moved") response.writeHead(301, { location: "/feed" }).end();
    else if (path === "/detour") response.writeHead(302, { location: "/feed" }).end();
    else if (path === "/busy") response.writeHead(429, { "retry-after": "120" }).end();
    else if (request.headers["if-none-match"] === 'W/"é 1"'.replace("é", "\u00e9"))
      response.writeHead(304, { "cache-control": "max-age=60" }).end();
    else
      response
        .writeHead(200, { "content-type": "application/rss+xml", etag: 'W/"\u00e9 1"', "last-modified": "yesterday, roughly" })
        .end("<rss/>");
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

it("sends validators back exactly, and only to the URL that gave them", async () => {
  const known = { url: `${origin}/detour`, etag: 'W/"\u00e9 1"', lastModified: "yesterday, roughly", validatorsUrl: `${origin}/feed` };
  const fetched = await fetchFeed(known);
  expect(fetched.ok && fetched.value).toEqual({
    kind: "not-modified",
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

it("returns refusals as values, with the wait they ask for", async () => {
  expect(await fetchFeed(stranger("/busy"))).toEqual({ ok: false, error: { kind: "http-status", status: 429, retryAfterSec: 120 } });
});
