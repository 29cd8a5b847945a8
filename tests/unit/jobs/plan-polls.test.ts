import { expect, it } from "vitest";
import { describePublisher } from "@/lib/feeds/describe-publisher";
import { planFeeds } from "@/lib/feeds/plan-feeds";
import { createHostGate } from "@/lib/jobs/host-gate";
import { interleaveHosts } from "@/lib/jobs/interleave-hosts";
import { pageTags } from "@/lib/jobs/page-tags";
import { planNextPoll } from "@/lib/jobs/plan-next-poll";
import { readWorkerOptions } from "@/lib/jobs/worker-options";
import { makeFeed } from "../articles/make-draft";

const now = new Date("2026-11-20T12:00:00Z");
const silent = { maxAgeSec: null, retryAfterSec: null };
const quiet = { error: null, serverHints: silent, feedHints: null, publishedAt: [], now, jitter: 0 };

it("polls sample titles every 30 s, whatever happened", () => {
  const feed = makeFeed({ publisher: { ...makeFeed().publisher, isSample: true } });
  expect(planNextPoll({ ...quiet, feed })).toEqual({ nextPollAt: new Date("2026-11-20T12:00:30Z"), intervalSec: 30 });
  const gone = { kind: "http-status", status: 410, retryAfterSec: null } as const;
  expect(planNextPoll({ ...quiet, feed, error: gone }).intervalSec).toBe(30);
});

it("keeps an unchanged feed's pace, within the catalogue's range", () => {
  expect(planNextPoll({ ...quiet, feed: makeFeed({ intervalSec: 1_200 }) }).intervalSec).toBe(1_200);
  expect(planNextPoll({ ...quiet, feed: makeFeed({ intervalSec: 86_400 }) }).intervalSec).toBe(3_600);
});

it("waits longer after each failure", () => {
  const error = { kind: "timeout", afterMs: 20_000 } as const;
  const [first, third] = [0, 2].map((failureCount) => planNextPoll({ ...quiet, error, feed: makeFeed({ failureCount }) }).intervalSec);
  expect(third).toBeGreaterThan(first ?? 0);
});

it("sets feeds of one host as far apart as it can", () => {
  const urls = ["https://a.example/1", "https://a.example/2", "https://a.example/3", "https://b.example/1", "https://c.example/1"];
  const order = interleaveHosts(urls.map((url) => ({ url }))).map(({ url }) => new URL(url).host[0]);
  expect(order.join("")).toBe("abcaa");
});

it("asks a host one request at a time and other hosts meanwhile", async () => {
  const gate = createHostGate(1, () => false);
  let atOnce = 0;
  let most = 0;
  const work = async () => {
    atOnce += 1;
    most = Math.max(most, atOnce);
    await Promise.resolve();
    atOnce -= 1;
  };
  await Promise.all([1, 2, 3].map((n) => gate(`https://a.example/${n}`, work)));
  expect(most).toBe(1);
});

it("goes on with a host after a request that threw", async () => {
  const gate = createHostGate(1, () => false);
  await expect(gate("https://a.example/", () => Promise.reject(new Error("reset")))).rejects.toThrow("reset");
  expect(await gate("https://a.example/", async () => "answered")).toBe("answered");
});

it("re-addresses a sample title's feed by its path and voids its validators", () => {
  const known = [{ id: 1, url: "http://127.0.0.1:4001/paper/feed.xml", section: "top", language: null, isActive: true }];
  const wanted = [{ url: "http://127.0.0.1:4002/paper/feed.xml", section: "top", language: null }];
  expect(planFeeds(known, wanted, true)).toEqual({ create: [], update: [{ ...wanted[0], id: 1, isMoved: true }], deactivate: [] });
  expect(planFeeds(known, wanted, false)).toMatchObject({ create: wanted, deactivate: [1] });
});

it("names every page an article stands on once", () => {
  const article = { id: 7, section: "world", publisherSlug: "paper", authorSlugs: ["ada-byre"] };
  expect(pageTags([article, { ...article, id: 8 }])).toEqual([
    "front",
    "article:7",
    "section:world",
    "publisher:paper",
    "author:ada-byre",
    "article:8",
  ]);
});

it("describes an unknown publisher from its feed", () => {
  const hints = { ttlMinutes: null, skipHoursUtc: [], skipDays: [], updatePeriodMinutes: null };
  const feed = {
    title: "Örebro Dagblad",
    homeUrl: "https://www.od.example/start",
    selfUrl: null,
    language: "sv",
    direction: null,
    format: "rss",
    hints,
  } as const;
  expect(describePublisher(feed, "https://feeds.example/od")).toMatchObject({
    slug: "od-example",
    name: "Örebro Dagblad",
    homeUrl: "https://www.od.example/",
    initials: "ÖD",
    language: "sv",
    country: "ZZ",
  });
});

it("reads the worker's command line, and refuses what is no origin", () => {
  const args = ["--web-origin", "http://127.0.0.1:3000", "--newsroom", "http://127.0.0.1:4100", "--scope", "sample"];
  expect(readWorkerOptions(args)).toEqual({ webOrigin: "http://127.0.0.1:3000", newsroomOrigin: "http://127.0.0.1:4100", scope: "sample" });
  expect(() => readWorkerOptions(["--web-origin", "file:///etc"])).toThrow();
});
