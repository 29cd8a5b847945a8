import { parseFeed as readForeign } from "feedsmith";
import { expect, it } from "vitest";
import { isNotModified } from "@/lib/core/not-modified";
import { parseFeed } from "@/lib/feeds/parse-feed";
import type { FeedDocument } from "@/lib/syndication/feed-document";
import { feedFormats } from "@/lib/syndication/feed-formats";
import { writeFeed } from "@/lib/syndication/write-feed";

const hostile = `Fish & <script>alert("1")</script> ]]> \u0000\u0007\u001b\uffff 'chips' \ud800 & “more”`;
const document: FeedDocument = {
  title: `Topic ${hostile}`,
  description: "What titles write about it.",
  homeUrl: "https://paper.example/topic/fish?a=1&b=2",
  selfUrl: "https://paper.example/topic/fish/feed.xml",
  language: "en",
  updatedAt: new Date("2026-11-20T10:00:00Z"),
  entries: [
    {
      url: "https://paper.example/article/fish-and-chips",
      title: hostile,
      excerpt: `First.\n\n${hostile}`,
      publishedAt: new Date("2026-11-20T09:00:00Z"),
      updatedAt: new Date("2026-11-20T10:00:00Z"),
      byline: "Ann <Writer>",
      publisher: "The Harbour & Gazette",
      section: "Life",
      language: "en-GB",
    },
  ],
};

it.each(feedFormats)("writes $format that our own reader and another one read back whole", async ({ format, type }) => {
  const written = writeFeed(document, format);
  const read = await parseFeed(new TextEncoder().encode(written), { contentType: type, url: document.selfUrl });
  if (!read.ok) throw new Error(read.error.reason);
  const [entry] = read.value.entries;
  expect(entry).toMatchObject({
    url: document.entries[0]?.url,
    publishedAt: document.entries[0]?.publishedAt,
    title: expect.stringMatching(/^Fish & .*]]> .*'chips'.*“more”$/),
  });
  expect(read.value.dropped).toBe(0);
  expect(JSON.stringify(readForeign(written))).toContain("fish-and-chips");
});

it.each(feedFormats)("writes no $format that holds a sign which its reader must refuse", ({ format }) => {
  const written = writeFeed(document, format);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: that none is left is what this looks for
  expect(written).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\uffff]|\\u0000|\\u0007/);
  expect(written.isWellFormed()).toBe(true);
  if (format !== "json") expect(written).not.toContain("<script");
});

it("writes the same bytes for the same list, and a list that is empty", () => {
  for (const { format } of feedFormats) {
    expect(writeFeed(document, format)).toBe(writeFeed({ ...document }, format));
    expect(writeFeed({ ...document, entries: [], updatedAt: null }, format)).not.toContain("fish-and-chips");
  }
});

it("keeps markup of a title's text as text, however the description is read", async () => {
  const written = writeFeed(document, "xml");
  expect(written).toContain("&amp;lt;script&amp;gt;");
});

it.each([
  ["its tag", { "if-none-match": '"abc"' }, true],
  ["its tag among others", { "if-none-match": '"x,y", W/"abc"' }, true],
  ["any tag", { "if-none-match": "*" }, true],
  ["another tag, whatever the date", { "if-none-match": '"x"', "if-modified-since": "Fri, 20 Nov 2026 11:00:00 GMT" }, false],
  ["its date", { "if-modified-since": "Fri, 20 Nov 2026 10:00:00 GMT" }, true],
  ["an earlier date", { "if-modified-since": "Fri, 20 Nov 2026 09:59:59 GMT" }, false],
  ["no date at all", { "if-modified-since": "yesterday" }, false],
  ["nothing", {}, false],
])("knows an answer again by %s", (_by, headers, isKnown) => {
  expect(isNotModified(new Headers(headers), { etag: '"abc"', lastModified: new Date("2026-11-20T10:00:00.900Z") })).toBe(isKnown);
});
