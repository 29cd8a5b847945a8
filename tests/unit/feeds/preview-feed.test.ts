import { expect, it } from "vitest";
import { parseFeed } from "@/lib/feeds/parse-feed";
import { previewFeed } from "@/lib/feeds/preview-feed";

const now = new Date("2026-11-22T12:00:00Z");
const url = "https://a.example/feed";

async function preview(items: string, address = url, head = "<language>en</language>") {
  const xml = `<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>A</title><link>https://a.example/</link>${head}${items}</channel></rss>`;
  const parsed = await parseFeed(new TextEncoder().encode(xml), { contentType: null, url: address });
  if (!parsed.ok) throw new Error(parsed.error.reason);
  return previewFeed(parsed.value, address, now);
}
const item = (name: string, more: string) =>
  `<item><title>${name}</title><link>https://a.example/${name}</link><guid>${name}</guid>${more}</item>`;
const date = (at: string) => `<pubDate>${new Date(at).toUTCString()}</pubDate>`;
const whole = `${date("2026-11-22T10:00:00Z")}<dc:creator>Ada</dc:creator><content:encoded><![CDATA[<p>Text of it. <img src="https://a.example/p.jpg" width="800" height="600"></p>]]></content:encoded>`;

it("finds nothing odd about a sound feed", async () => {
  const { warnings, sample } = await preview(item("one", whole));
  expect(warnings).toEqual([]);
  expect(sample).toMatchObject([{ title: "one", authors: ["Ada"], publishedAt: "2026-11-22T10:00:00.000Z", hasFullText: true }]);
  expect(sample[0]?.pictureHash).toMatch(/^[0-9a-f]{32}$/);
});

it.each([
  ["no dates", item("one", ""), "None of its entries has a date"],
  ["some dates", item("one", whole) + item("two", ""), "1 of 2 entries have no date."],
  ["future dates", item("one", date("2027-01-01T00:00:00Z")), "1 of 1 entries are dated in the future"],
  ["an old feed", item("one", date("2025-01-01T00:00:00Z")), "Its newest entry is of 2025-01-01"],
  ["no full text", item("one", "<description>Short.</description>"), "None of its entries carries a full text"],
  ["no picture", item("one", ""), "None of its entries names a picture."],
  ["no author", item("one", ""), "None of its entries names an author."],
  ["a shared identity", item("one", whole) + item("one", whole), "share the identity of another"],
  ["no entries", "", "It has no entries"],
])("says that it has %s", async (_name, items, words) => {
  expect((await preview(items)).warnings.join(" ")).toContain(words);
});

it("says that it is in several languages, in none, or not encrypted", async () => {
  const mixed = item("one", "<dc:language>fr</dc:language>") + item("two", "");
  expect((await preview(mixed)).warnings).toContain("Its entries are in several languages: fr, en.");
  const { warnings } = await preview(item("one", whole), "http://a.example/feed", "");
  expect(warnings).toEqual(["It does not say what language it is in.", "Its address is not encrypted (http)."]);
});

it("names the commonest categories first", async () => {
  const named = (name: string) => `<category>${name}</category>`;
  const { categories } = await preview(item("one", named("Boats") + named("Ports")) + item("two", named("Ports")));
  expect(categories).toEqual(["Ports", "Boats"]);
});
