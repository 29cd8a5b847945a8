import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeEach, expect, it } from "vitest";
import { addMs, dayMs, hourMs, minuteMs } from "@/lib/core/clock";
import { mayFetchFeed, mayFetchPage } from "@/lib/feeds/robots-gateway";
import { admitOrigin } from "@/lib/platform/http/admitted-origins";
import { createTestDatabase } from "../../support/test-database";

const { db, close } = await createTestDatabase();
const now = new Date("2026-11-20T12:00:00Z");

let answer: (response: ServerResponse, path: string) => void;
const paths: string[] = [];
const server = createServer((request, response) => {
  paths.push(request.url ?? "");
  answer(response, request.url ?? "");
});
await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
admitOrigin(origin);

afterAll(async () => {
  server.close();
  await close();
});
beforeEach(async () => {
  paths.length = 0;
  await db.robotsRecord.deleteMany();
});

const text = (body: string, headers: Record<string, string> = {}) => {
  answer = (response) => response.writeHead(200, { "content-type": "text/plain", ...headers }).end(body);
};
const status = (code: number) => {
  answer = (response) => response.writeHead(code).end();
};
const ask = (at: Date, path = "/a") => mayFetchPage(origin + path, at);

it("asks an origin once a day, however many pages are wanted at once", async () => {
  text("User-agent: Broadsheet\nDisallow: /closed\nCrawl-delay: 3");
  const verdicts = await Promise.all(["/a", "/closed/1", "/c"].map((path) => ask(now, path)));
  expect(verdicts.map((verdict) => verdict.allowed)).toEqual([true, false, true]);
  expect(verdicts[0]?.crawlDelaySec).toBe(3);
  await ask(addMs(now, dayMs - minuteMs));
  expect(paths).toEqual(["/robots.txt"]);
  await ask(addMs(now, dayMs + minuteMs));
  expect(paths).toHaveLength(2);
});

it("keeps an answer no longer than a day, whatever its headers say", async () => {
  text("User-agent: *\nDisallow: /", { "cache-control": "max-age=31536000" });
  await ask(now);
  const [kept] = await db.robotsRecord.findMany();
  expect(kept?.expiresAt).toEqual(addMs(now, dayMs));
});

it("takes a missing file as leave, a broken server as refusal, and asks that one again within the hour", async () => {
  status(404);
  expect((await ask(now)).allowed).toBe(true);
  await db.robotsRecord.deleteMany();
  status(503);
  expect(await ask(now)).toMatchObject({ allowed: false, reason: "robots.txt unreachable" });
  text("User-agent: *\nDisallow:");
  expect((await ask(addMs(now, hourMs + 1))).allowed).toBe(true);
});

it("goes by the last rules while the file cannot be had", async () => {
  text("User-agent: *\nDisallow: /closed");
  await ask(now);
  status(500);
  const later = addMs(now, 2 * dayMs);
  expect((await ask(later, "/open")).allowed).toBe(true);
  expect((await ask(later, "/closed")).allowed).toBe(false);
  expect((await ask(addMs(now, 40 * dayMs), "/open")).allowed).toBe(false);
});

it("follows five redirects and takes a longer chain as no file", async () => {
  const chain = (hops: number) => {
    answer = (response, path) => {
      const hop = Number(path.match(/^\/hop(\d)$/)?.[1] ?? 0);
      if (hop < hops) response.writeHead(301, { location: `/hop${hop + 1}` }).end();
      else response.writeHead(200).end("User-agent: *\nDisallow: /");
    };
  };
  chain(5);
  expect((await ask(now)).allowed).toBe(false);
  await db.robotsRecord.deleteMany();
  chain(6);
  expect((await ask(now)).allowed).toBe(true);
});

it("reads the first 500 KiB of a longer file", async () => {
  const line = "Disallow: /no\n";
  const padding = "# padding padding padding padding\n";
  const head = `User-agent: *\n${padding.repeat(Math.floor(500_000 / padding.length))}`;
  text(`${head}${line}${padding.repeat(60_000)}Disallow: /\n`);
  expect((await ask(now, "/no")).allowed).toBe(false);
  expect((await ask(now, "/yes")).allowed).toBe(true);
});

it("leaves a feed to us unless we are named, also when the file cannot be had", async () => {
  const mayFetchOn = (day: number) => mayFetchFeed(`${origin}/rss`, addMs(now, day * (dayMs + minuteMs)));
  text("User-agent: *\nDisallow: /");
  expect(await mayFetchOn(0)).toBe(true);
  text("User-agent: Broadsheet\nDisallow: /");
  expect(await mayFetchOn(0)).toBe(true);
  expect(await mayFetchOn(1)).toBe(false);
  expect(await mayFetchOn(1)).toBe(false);
  expect(paths).toHaveLength(2);
  await db.robotsRecord.deleteMany();
  status(500);
  expect(await mayFetchOn(2)).toBe(true);
});
