import { PassThrough } from "node:stream";
import { afterAll, expect, it } from "vitest";
import { feedsCommand } from "@/lib/cli/commands/feeds";
import { listFeedHealth } from "@/lib/feeds/health-store";
import { createTestDatabase } from "../../support/test-database";
import { storePublisher } from "../ingest/store-publisher";

const { db, close } = await createTestDatabase();
afterAll(close);

const now = new Date("2026-11-20T12:00:00Z");
const before = new Date("2026-11-20T11:00:00Z");
const after = new Date("2026-11-20T13:00:00Z");
const publisherId = await storePublisher(db, "paper");
const feed = (name: string) => ({
  publisherId,
  url: `https://${name}.example/feed`,
  section: "top",
  nextPollAt: after,
  lastPolledAt: before,
});

await db.feed.createMany({
  data: [
    { ...feed("healthy"), lastSuccessAt: before },
    { ...feed("new"), lastPolledAt: null },
    { ...feed("late"), nextPollAt: before },
    { ...feed("held"), nextPollAt: before },
    { ...feed("gone"), goneAt: before, nextPollAt: before, failureCount: 1 },
    { ...feed("failing"), failureCount: 4, lastErrorKind: "dns", lastError: "The server's name could not be looked up (ENOTFOUND)." },
    { ...feed("refused"), failureCount: 1, lastErrorKind: "robots", lastError: "The robots.txt of refused.example asks us not to." },
    { ...feed("off"), isActive: false },
  ],
});
await db.hostHold.create({ data: { host: "held.example", until: after, reason: "429" } });
const healthy = await db.feed.findUniqueOrThrow({ where: { url: "https://healthy.example/feed" } });
await db.feedEvent.createMany({
  data: [1, 2].map((hour) => ({ feedId: healthy.id, kind: "gap", words: "All new.", at: new Date(before.getTime() - hour) })),
});

it("knows each feed's state, lateness and gaps", async () => {
  const health = await listFeedHealth(now);
  expect(Object.fromEntries(health.map((each) => [new URL(each.url).host.split(".")[0], each.state]))).toEqual({
    failing: "failing",
    gone: "gone",
    healthy: "healthy",
    held: "held",
    late: "late",
    new: "new",
    refused: "refused",
  });
  expect(health[0]).toMatchObject({ state: "failing", publisher: "paper", lastErrorKind: "dns" });
  expect(health.find((each) => each.state === "late")?.latenessSec).toBe(3_600);
  expect(health.filter((each) => each.latenessSec > 0)).toHaveLength(1);
  expect(health.find((each) => each.id === healthy.id)).toMatchObject({ gaps: 2, articlesADay: 0, lastSuccessAt: before });
});

it("prints the troubled ones, worst first, and refuses a wrong command line", async () => {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const io = { stdin: new PassThrough(), stdout, stderr };
  expect(await feedsCommand(["--worst"], io)).toBe(2);
  expect(await feedsCommand(["--failing"], io)).toBe(0);
  const lines = String(stdout.read()).split("\n");
  expect(lines[0]).toMatch(
    /^failing paper {2}https:\/\/failing\.example\/feed {2}never read, .*4 failures, next try .*: The server's name/,
  );
  expect(lines.some((line) => line.startsWith("new"))).toBe(false);
});
