import { expect, it } from "vitest";
import { readWithRssParser } from "@/lib/feeds/internal/read-with-rss-parser";

const item = `<item><title>A &amp; b</title><link>https://a.example/1</link><guid isPermaLink="false">1</guid>
  <pubDate>Tue, 03 Mar 2026 06:05:00 GMT</pubDate><description>Short.</description>
  <content:encoded><![CDATA[<p>Long.</p>]]></content:encoded><dc:creator>Ann Lee</dc:creator>
  <category domain="x">Harbour</category><enclosure url="https://a.example/p.jpg" type="image/jpeg" length="1"/></item>`;
const feed = `<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
  <channel><title>T</title><link>https://a.example/</link>${item}</channel></rss>`;

it("reads with rss-parser into the same shape as the first reader", async () => {
  const raw = await readWithRssParser(feed);
  expect(raw).toMatchObject({ title: { value: "T", type: "html" }, homeUrl: "https://a.example/" });
  expect(raw?.entries[0]).toMatchObject({
    guid: "1",
    links: ["https://a.example/1", "1"],
    title: { value: "A & b" },
    summary: { value: "Short." },
    content: { value: "<p>Long.</p>" },
    authors: ["Ann Lee"],
    categories: ["Harbour"],
    images: [{ url: "https://a.example/p.jpg" }],
  });
  expect(raw?.entries[0]?.published[0]).toBe("Tue, 03 Mar 2026 06:05:00 GMT");
});

it("gives nothing for what rss-parser refuses", async () => {
  expect(await readWithRssParser("<rss><channel><item>")).toBeNull();
  expect(await readWithRssParser("no markup")).toBeNull();
});
