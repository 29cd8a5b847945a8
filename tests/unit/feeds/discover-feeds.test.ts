import { describe, expect, it } from "vitest";
import { decodePage } from "@/lib/feeds/decode-page";
import { discoverFeeds } from "@/lib/feeds/discover-feeds";
import { isCommentsFeed, isFeedType, looksLikeFeed, usualFeedUrls } from "@/lib/feeds/feed-address";
import { readLinkHeader } from "@/lib/feeds/read-link-header";

const home = "https://paper.example/";
const found = (html: string, url = home) => discoverFeeds(html, url);
const urls = (html: string, url = home) => found(html, url).map((candidate) => candidate.url);

describe("what a page announces", () => {
  it("is read with its title and type, relative to the page or its base", () => {
    expect(found('<head><link rel="alternate" type="application/rss+xml" title=" Paper &raquo; Feed " href="/feed/"></head>')).toEqual([
      { url: "https://paper.example/feed/", title: "Paper » Feed", type: "application/rss+xml", source: "alternate" },
    ]);
    expect(urls('<base href="/a/"><base href="/b/"><link rel=ALTERNATE type="Application/Atom+XML; x=1" href=atom.xml>')).toEqual([
      "https://paper.example/a/atom.xml",
    ]);
  });

  it("is not what stands in comments, scripts or other alternates", () => {
    expect(
      found(`<!-- <link rel="alternate" type="application/rss+xml" href="/1"> -->
        <script>"<link rel='alternate' type='application/rss+xml' href='/2'>"</script>
        <link rel="alternate" hreflang="de" href="/feed"><link rel="alternate stylesheet" type="text/css" href="/rss">
        <link rel="alternate" type="application/json+oembed" href="/oembed/1.0/embed?url=x">
        <link rel="alternate" type="application/json" href="/wp-json/wp/v2/pages/2">
        <link rel="icon" type="application/rss+xml" href="/feed">
        <link rel="alternate" type="application/rss+xml" href="javascript:alert(1)">`),
    ).toEqual([]);
  });

  it("comes before anchors, and comments after all else", () => {
    const html = `<a href="/rss.xml">RSS</a>
      <link rel="alternate" type="application/rss+xml" title="Paper » Comments Feed" href="/comments/feed/">
      <link rel="alternate" type="application/rss+xml" title="Kommentare" href="/kfeed">
      <link rel="alternate" type="application/rss+xml" title="Paper" href="/feed/">`;
    expect(urls(html).map((url) => url.replace(home, ""))).toEqual(["feed/", "rss.xml", "comments/feed/", "kfeed"]);
  });

  it("is listed once, with the title that any mention gives", () => {
    const html = `<link rel="alternate" type="application/rss+xml" href="http://paper.example/feed#top">
      <a href="https://paper.example/feed">All our headlines</a>`;
    expect(found(html)).toEqual([
      { url: "http://paper.example/feed", title: "All our headlines", type: "application/rss+xml", source: "alternate" },
    ]);
  });
});

describe("anchors", () => {
  it("count by address, words or the feed scheme", () => {
    const html = `<a href="feed:https://other.example/x">follow</a><a href="feed://other.example/y">follow</a>
      <a href="/updates"><img alt="RSS"></a><a href="/world/rss.xml">World</a><a href="/latest?format=rss">x</a>
      <a href="/about">About</a><a href="#rss">RSS</a><a href="mailto:rss@paper.example">RSS</a><a href="/feedback">Feedback</a>`;
    expect(urls(html)).toEqual([
      "https://other.example/x",
      "https://other.example/y",
      "https://paper.example/updates",
      "https://paper.example/world/rss.xml",
      "https://paper.example/latest?format=rss",
    ]);
  });
});

it("takes hostile pages in its stride", () => {
  const startedAt = performance.now();
  found("<a href=/feed>".repeat(50_000));
  found(`<link rel="${"alternate ".repeat(100_000)}`);
  found("<div>".repeat(200_000));
  expect(performance.now() - startedAt).toBeLessThan(5_000);
  expect(found('<a href="/feed/1.rss">x</a>'.repeat(3))).toHaveLength(1);
});

it.each([
  ["https://a.example/feed", true],
  ["https://a.example/rss/world.xml", true],
  ["https://a.example/index.rdf", true],
  ["https://feeds.a.example/world.xml", true],
  ["https://a.example/?feed=rss2", true],
  ["https://a.example/feedback", false],
  ["https://a.example/sitemap.xml", false],
  ["https://a.example/story.html", false],
])("looksLikeFeed(%s) is %s", (url, expected) => {
  expect(looksLikeFeed(url)).toBe(expected);
});

it.each([
  ["application/rss+xml", true],
  ["application/x.atom+xml", true],
  ["application/feed+json", true],
  ["text/xml", true],
  ["text/html", false],
  ["application/ atom+xml", false],
  ["text/xml+oembed", false],
])("isFeedType(%s) is %s", (type, expected) => {
  expect(isFeedType(type, "https://a.example/x")).toBe(expected);
});

it("knows comments by address or title", () => {
  expect(isCommentsFeed("https://a.example/comments/feed", null)).toBe(true);
  expect(isCommentsFeed("https://a.example/x", "Комментарии")).toBe(true);
  expect(isCommentsFeed("https://a.example/commentary/feed", "Commentary")).toBe(false);
});

it("guesses the usual places of the page's folder and site", () => {
  expect(usualFeedUrls("https://a.example/blog")).toContain("https://a.example/blog/feed");
  expect(usualFeedUrls("https://a.example/blog")).toContain("https://a.example/feed");
  expect(usualFeedUrls("https://a.example/blog").length).toBeLessThanOrEqual(12);
  expect(usualFeedUrls("mailto:a@b")).toEqual([]);
});

describe("Link headers", () => {
  const read = (header: string) => readLinkHeader(header, "https://a.example/dir/page");
  it("gives links with relations, type and title", () => {
    expect(
      read('<https://hub.example/>; rel="hub", </feed?a=1,2>; rel="self alternate"; type="application/atom+xml; x=y"; title="A, \\"b\\""'),
    ).toEqual([
      { href: "https://hub.example/", rels: ["hub"], type: "", title: null },
      { href: "https://a.example/feed?a=1,2", rels: ["self", "alternate"], type: "application/atom+xml", title: 'A, "b"' },
    ]);
  });
  it("leaves out what has no relation, no web address or another context, and takes a relation's first value", () => {
    expect(read('<x>, <y>; rel=, <data:x>; rel=hub, <z>; rel=hub; anchor="#foo"')).toEqual([]);
    expect(read("<x>; REL=Hub; rel=self")[0]?.rels).toEqual(["hub"]);
  });
  it("bounds hostile headers", () => {
    const startedAt = performance.now();
    read("<".repeat(100_000));
    read('<a>;"'.repeat(20_000));
    read("<a>;a".repeat(20_000));
    expect(performance.now() - startedAt).toBeLessThan(10_000);
  });
});

describe("a page's charset", () => {
  it("follows its meta element where HTTP says nothing", () => {
    const bytes = Buffer.from(
      '<meta http-equiv="content-type" content="text/html; charset=windows-1251"><title>\xcf\xf0</title>',
      "latin1",
    );
    expect(decodePage(bytes, null)).toContain("Пр");
    expect(decodePage(bytes, "text/html; charset=iso-8859-1")).toContain("Ïð");
  });
});
