import { expect, it } from "vitest";
import { readOpml } from "@/lib/feeds/read-opml";
import { writeOpml } from "@/lib/syndication/write-opml";

const opml = (body: string) => `<?xml version="1.0"?>\n<opml version="2.0"><head><title>L</title></head><body>${body}</body></opml>`;

it("reads feeds out of folders, each address once, in any case of the attributes", () => {
  const read = readOpml(
    opml(`<outline text="World"><outline text="A &amp; B" xmlUrl="https://a.example/feed" htmlUrl="https://a.example"/>
      <OUTLINE TITLE="C" XMLURL="https://c.example/rss"></OUTLINE></outline>
      <outline text="Again" xmlUrl="https://a.example/feed"/><outline text="Bad" xmlUrl="ftp://b.example/"/>`),
  );
  expect(read).toEqual({
    ok: true,
    value: {
      feeds: [
        { title: "A & B", url: "https://a.example/feed", homeUrl: "https://a.example/" },
        { title: "C", url: "https://c.example/rss", homeUrl: null },
      ],
      skipped: 1,
    },
  });
});

it("reads what we write ourselves", () => {
  const outlines = [{ title: 'Über "uns" <b>', feedUrl: "https://a.example/?a=1&b=2", homeUrl: "https://a.example/" }];
  expect(readOpml(writeOpml("Mine", outlines, new Date(0)))).toMatchObject({
    ok: true,
    value: { feeds: [{ title: 'Über "uns" <b>', url: "https://a.example/?a=1&b=2" }] },
  });
});

it.each([
  ["", "There is nothing in it"],
  ["hello", "there is no markup in it"],
  ["<html><body/></html>", "its root element is <html>"],
  [opml('<outline text="Folder"/>'), "It names no feed"],
  ["x".repeat(2_097_153), "It is larger than 2 MB."],
])("says in words what is wrong with a list", (text, words) => {
  const read = readOpml(text);
  expect(read.ok ? "" : read.error).toContain(words);
});

it("expands no entity of the document, however many it defines", () => {
  const bomb = `<!DOCTYPE opml [<!ENTITY a "${"x".repeat(1_000)}"><!ENTITY b "${"&a;".repeat(1_000)}">]>${opml('<outline text="&b;" xmlUrl="https://a.example/f"/>')}`;
  const read = readOpml(bomb);
  expect(read.ok && read.value.feeds[0]?.title.length).toBeLessThan(130);
});

it("mends broken XML as a feed's is mended", () => {
  expect(readOpml('<opml><body><outline text="R&D" xmlUrl=https://a.example/f><outline text="x"')).toMatchObject({ ok: true });
});
