import { expect, it } from "vitest";
import { describePublisher } from "@/lib/feeds/describe-publisher";
import { planFeeds } from "@/lib/feeds/plan-feeds";
import { createHostGate } from "@/lib/jobs/host-gate";
import { pageTags } from "@/lib/jobs/page-tags";
import { readWorkerOptions } from "@/lib/jobs/worker-options";

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
  const known = [{ id: 1, url: "http://127.0.0.1:4001/paper/feed.xml", formerUrls: [], section: "top", language: null, isActive: true }];
  const wanted = [{ url: "http://127.0.0.1:4002/paper/feed.xml", section: "top", language: null }];
  expect(planFeeds(known, wanted, true)).toEqual({ create: [], update: [{ ...wanted[0], id: 1, isMoved: true }], deactivate: [] });
  expect(planFeeds(known, wanted, false)).toMatchObject({ create: wanted, deactivate: [1] });
});

it("names every page an article stands on once", () => {
  const article = { id: 7, section: "world", storyId: 3, publisherSlug: "paper", authorSlugs: ["ada-byre"] };
  expect(pageTags([article, { ...article, id: 8 }])).toEqual([
    "front",
    "article:7",
    "section:world",
    "publisher:paper",
    "story:3",
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
