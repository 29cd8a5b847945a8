import iconv from "iconv-lite";
import Parser from "rss-parser";
import { describe, expect, it } from "vitest";
import { rfc822Old } from "@/prisma/newsroom/feed-dates";
import { encodeLatin, renderFeed } from "@/prisma/newsroom/render-feed";
import { renderRss2 } from "@/prisma/newsroom/render-rss2";
import { sampleArticle, sampleFeed, sampleTitle } from "./sample-newsroom";

const parse = (xml: string) =>
  new Parser({
    customFields: { item: [["dc:creator", "creators", { keepArray: true }], "author", ["content:encoded", "encoded"]] },
  }).parseString(xml);

describe("RSS 2.0 in the plain manner", () => {
  const harbour = sampleTitle({ slug: "harbour-gazette" });

  it("carries an entry that a reader gets whole", async () => {
    const feed = await parse(renderRss2(sampleFeed(harbour)));
    const [entry] = feed.items;
    expect(feed.title).toBe("The Sample & Title");
    expect(entry?.link).toBe("http://127.0.0.1:9999/harbour-gazette/world/harbour-opens-2026-11-22");
    expect(entry?.guid).toBe("harbour-gazette-tow3c0-harbour-opens");
    expect(entry?.isoDate).toBe("2026-11-22T05:00:00.000Z");
    expect(entry?.categories).toEqual(["World", "Harbours", "Sea & tide"]);
    expect(entry?.encoded).toContain("Last ]]&gt; words.");
    expect(entry?.enclosure?.url).toContain("/pictures/gate-lead-1200.jpg");
  });

  it("sends headlines encoded a second time where the title does so", () => {
    expect(renderRss2(sampleFeed(harbour))).toContain("<title>The harbour&amp;#8217;s gates &amp;lt; open &amp;amp; close</title>");
    expect(renderRss2(sampleFeed(sampleTitle()))).toContain("<title>The harbour’s gates &lt; open &amp; close</title>");
  });

  it("describes pictures by media:content with credit and description", () => {
    expect(renderRss2(sampleFeed(harbour))).toContain(
      '<media:credit>Ida Foss/Sample</media:credit><media:description type="plain">The gate at dusk.</media:description>',
    );
  });

  it("adds campaign parameters, lazy pictures and a pixel where the title does so", () => {
    const xml = renderRss2(sampleFeed(sampleTitle({ slug: "manara-zarqa", language: "ar", direction: "rtl" })));
    expect(xml).toContain("?utm_source=rss&amp;utm_medium=feed&amp;utm_campaign=world</link>");
    expect(xml).toContain('data-src="http://127.0.0.1:9999/manara-zarqa/pictures/gate-wide-960.jpg"');
    expect(xml).toContain('width="1" height="1"');
    expect(xml).toContain("<skipHours><hour>1</hour>");
  });
});

describe("RSS 2.0 with Media RSS", () => {
  it("groups widths of the lead picture and writes mailboxes and several creators", async () => {
    const xml = renderRss2(sampleFeed(sampleTitle({ slug: "meridian-post", format: "rss2-media" })));
    const [entry] = (await parse(xml)).items;
    expect(xml).toMatch(
      /<media:group>\n<media:content [^>]*width="480"[^\n]*\n<media:content [^>]*width="960"[^\n]*\n<media:content [^>]*width="1600"/,
    );
    expect(xml).toContain('<media:credit role="photographer" scheme="urn:ebu">Ida Foss/Sample</media:credit>');
    expect(xml).toContain('<guid isPermaLink="true">http://127.0.0.1:9999/meridian-post/id/tow3c0/harbour-opens</guid>');
    expect(entry?.author).toBe("ada.brine@meridian-post.example (Ada Brine)");
    expect(entry?.creators).toEqual(["Ada Brine", "Tom O’Hare"]);
  });
});

describe("RSS 2.0 with the bare minimum", () => {
  it("has no guid and a shouted byline, but the full text", async () => {
    const xml = renderRss2(sampleFeed(sampleTitle({ slug: "isthmus-wire", format: "rss2-bare" })));
    const [entry] = (await parse(xml)).items;
    expect(xml).not.toContain("<guid");
    expect(xml).toContain("<description>It took nine years.</description>");
    expect(entry?.isoDate).toBe("2026-11-22T05:00:00.000Z");
    expect(entry?.creators).toEqual(["By ADA BRINE and TOM O’HARE"]);
  });

  it("writes dates of old systems that name the right instant all the same", () => {
    const hours = [0, 1, 2, 3, 4].map((hour) => new Date(Date.UTC(2026, 10, 2, hour, 3, 4)));
    expect(hours.map((at) => Date.parse(rfc822Old(at)))).toEqual(hours.map((at) => at.getTime()));
    expect(hours.map(rfc822Old)).toContain("2 Nov 26 01:03:04 GMT");
    expect(hours.map(rfc822Old).join(" ")).toMatch(/EST.*PST/);
  });
});

describe("RSS 2.0 in windows-1252", () => {
  it("declares its encoding and keeps typographic characters through it", async () => {
    const bytes = renderFeed(
      sampleFeed(sampleTitle({ slug: "petit-belvedere", format: "rss2-latin", language: "fr-FR" }), [
        sampleArticle({ headline: "« L’été » coûte 5 € — œuvre" }),
      ]),
    );
    expect(bytes.subarray(0, 50).toString("latin1")).toContain('encoding="windows-1252"');
    expect(bytes.includes(Buffer.from([0x92]))).toBe(true);
    const [entry] = (await parse(iconv.decode(bytes, "windows-1252"))).items;
    expect(entry?.title).toBe("« L’été » coûte 5 € — œuvre");
    expect(entry?.creators).toEqual(["Ada Brine et Tom O’Hare"]);
  });

  it("writes what the encoding lacks as a numeric reference", () => {
    expect(encodeLatin("5\u202f€").toString("latin1")).toBe("5&#8239;\u0080");
  });
});
