import { readFileSync } from "node:fs";
import { afterAll, expect, it } from "vitest";
import { draftFeed } from "@/lib/articles/draft-feed";
import { draftFeedKillably } from "@/lib/articles/draft-gateway";
import { draftTitleOf } from "@/lib/articles/draft-title";
import { unpackDrafts } from "@/lib/articles/packed-drafts";
import { decodeSafeHtml } from "@/lib/core/safe-html";
import { stopFeedLanes } from "@/lib/feeds/feed-lane-gateway";
import { parseFeed } from "@/lib/feeds/parse-feed";
import { makeFeed, seenAt, words } from "./make-draft";

afterAll(stopFeedLanes);

const media = readFileSync(new URL("../../fixtures/feeds/rss2-media.xml", import.meta.url));
const options = { contentType: null, url: "https://courier.example/rss.xml", firstSeenAt: seenAt, pictureWidth: 960 as const };
const title = draftTitleOf(makeFeed());
const rss = (items: string) => Buffer.from(`<rss version="2.0"><channel><title>t</title>${items}</channel></rss>`);

it("gives through its process exactly the drafts of what the parser reads", async () => {
  const parsed = await parseFeed(media, options);
  const killably = await draftFeedKillably({ bytes: media, options, title });
  if (!parsed.ok || !killably.ok) throw new Error("the feed can be read");
  const drafted = draftFeed(parsed.value, title, seenAt);
  expect(drafted.drafts.length).toBeGreaterThan(0);
  expect({ ...killably.value, drafts: unpackDrafts(killably.value.drafts) }).toEqual(drafted);
  expect(killably.value.drafts).toMatchObject({
    count: drafted.drafts.length,
    publishedAt: drafted.drafts.map((draft) => draft.publishedAt),
  });
});

it("hands texts over as the bytes that are stored", async () => {
  const text = `<p>${words(60)}</p><p>Zürich, القاهرة, 東京, 😀. ${words(200)}</p>`;
  const read = await draftFeedKillably({
    bytes: rss(`<item><title>A</title><description><![CDATA[${text}]]></description></item>`),
    options,
    title,
  });
  const body = read.ok ? unpackDrafts(read.value.drafts)[0]?.body : null;
  expect(body && decodeSafeHtml(body)).toBe(text);
});

it("counts entries that come to nothing, and refuses in words what is no feed", async () => {
  const read = await draftFeedKillably({ bytes: rss("<item><title>A</title></item><item/>"), options, title });
  expect(read).toMatchObject({ ok: true, value: { drafts: { count: 1 }, entries: 1, dropped: 1 } });
  expect(await draftFeedKillably({ bytes: Buffer.from("<p>hello"), options, title })).toEqual({
    ok: false,
    error: { kind: "not-a-feed", reason: "the document is a web page" },
  });
});
