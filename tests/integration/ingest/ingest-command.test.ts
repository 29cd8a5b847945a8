import { PassThrough } from "node:stream";
import { text } from "node:stream/consumers";
import { afterAll, expect, it } from "vitest";
import { ingestCommand } from "@/lib/cli/commands/ingest";
import { env } from "@/lib/platform/env";
import { admitOrigin } from "@/lib/platform/http/admitted-origins";
import { createTestDatabase } from "../../support/test-database";
import { rss, startLocalFeed } from "../jobs/local-feed";

const { db, url, close } = await createTestDatabase();
Object.assign(env(), { DATABASE_URL: url });
const server = await startLocalFeed((path) =>
  path === "/page"
    ? { status: 200, type: "text/html", body: "<html></html>" }
    : { status: 200, type: "application/rss+xml", body: rss(["One", "Two", "Three"]) },
);
admitOrigin(server.origin);
afterAll(async () => {
  await server.close();
  await close();
});

async function run(...args: string[]): Promise<{ code: number; out: string }> {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const code = await ingestCommand(args, { stdout, stderr });
  stdout.end();
  return { code, out: await text(stdout) };
}

it("takes a feed nobody catalogued through the whole pipeline, and changes nothing the second time", async () => {
  const first = await run(`${server.origin}/feed.xml`);
  expect(first.code).toBe(0);
  expect(JSON.parse(first.out)).toEqual({ fetched: 1, entries: 3, created: 3, revised: 0, unchanged: 0, dropped: 0 });
  const second = await run(`${server.origin}/feed.xml`);
  expect(JSON.parse(second.out)).toEqual({ fetched: 1, entries: 3, created: 0, revised: 0, unchanged: 3, dropped: 0 });
  expect(await db.publisher.findMany()).toMatchObject([{ slug: "local-example", licence: "headline", name: "Local Paper" }]);
  expect(await db.articleBody.count()).toBe(0);
});

it("says in words why a feed could not be read", async () => {
  const page = await run(`${server.origin}/page`);
  expect(page.code).toBe(1);
  expect(JSON.parse(page.out)).toMatchObject({ error: { kind: "not-a-feed" } });
  const forbidden = await run("http://127.0.0.2:81/feed.xml");
  expect(JSON.parse(forbidden.out)).toMatchObject({ error: { kind: "forbidden-address" } });
});

it("asks for an address", async () => {
  expect((await run("not a url")).code).toBe(2);
});
