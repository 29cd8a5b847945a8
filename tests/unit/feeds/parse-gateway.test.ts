import { readFileSync } from "node:fs";
import { afterAll, expect, it } from "vitest";
import { stopFeedLanes } from "@/lib/feeds/feed-lane-gateway";
import { parseFeed } from "@/lib/feeds/parse-feed";
import { parseFeedKillably } from "@/lib/feeds/parse-gateway";

afterAll(stopFeedLanes);

const media = readFileSync(new URL("../../fixtures/feeds/rss2-media.xml", import.meta.url));
const options = {
  contentType: null,
  url: "https://courier.example/rss.xml",
  firstSeenAt: new Date("2026-03-04T00:00:00Z"),
  pictureWidth: 960 as const,
};

it("gives through its process exactly what the parser gives", async () => {
  const killably = await parseFeedKillably(media, options);
  expect(killably).toEqual(await parseFeed(media, options));
  expect(killably.ok && [...killably.value.bodyMedia.values()]).toEqual(["https://courier.example/img/ferry.jpg"]);
});

it("keeps ordinary feeds from waiting for a big one", async () => {
  const order: string[] = [];
  const big = Buffer.from(`<rss><channel><title>t</title>${"<item><title>x</title></item>".repeat(50_000)}</channel></rss>`);
  const [bigRead] = await Promise.all([
    parseFeedKillably(big, options).then((read) => {
      order.push("big");
      return read;
    }),
    parseFeedKillably(media, options).then(() => order.push("ordinary")),
  ]);
  expect(order).toEqual(["ordinary", "big"]);
  expect(bigRead).toMatchObject({
    ok: true,
    value: { entries: { length: 1_000 }, dropped: 49_000, warnings: ["only the first 1000 of 50000 entries were read"] },
  });
});

it("refuses in words what is no feed, and goes on", async () => {
  expect(await parseFeedKillably(Buffer.from("<p>hello"), options)).toEqual({
    ok: false,
    error: { kind: "not-a-feed", reason: "the document is a web page" },
  });
  expect((await parseFeedKillably(media, options)).ok).toBe(true);
});
