import Parser from "rss-parser";
import { describe, expect, it } from "vitest";
import { renderAtom } from "@/prisma/newsroom/render-atom";
import { renderFeed } from "@/prisma/newsroom/render-feed";
import { renderJsonFeed } from "@/prisma/newsroom/render-json-feed";
import { renderRss1 } from "@/prisma/newsroom/render-rss1";
import { NewsroomTitle } from "@/prisma/newsroom/types";
import { EPOCH, sampleArticle, sampleFeed, sampleTitle } from "./sample-newsroom";

const parse = (xml: string) => new Parser().parseString(xml);
const updated = sampleArticle({ update: { afterMinutes: 10, kind: "update", headline: "The gates have closed" } });

describe("RSS 1.0", () => {
  it("lists its entries beside the channel with Dublin Core dates in the title's zone", async () => {
    const xml = renderRss1(sampleFeed(sampleTitle({ slug: "kestrel-ledger", format: "rss1" }), [updated]));
    const [entry] = (await parse(xml)).items;
    expect(entry?.title).toBe("The gates have closed");
    expect(xml).toContain('<rdf:li rdf:resource="urn:newsroom:kestrel-ledger:tow3c0:harbour-opens" />');
    expect(xml).toContain("<dc:date>2026-11-22T10:30:00+05:30</dc:date>");
    expect(xml).toContain("<dcterms:modified>2026-11-22T11:40:00+05:30</dcterms:modified>");
    expect(xml.match(/<dc:creator>/g)).toHaveLength(2);
  });
});

describe("Atom", () => {
  it("escapes HTML content, tells published from updated and names each author", async () => {
    const xml = renderAtom(sampleFeed(sampleTitle({ slug: "todai-nippo", format: "atom", language: "ja" }), [updated]));
    const [entry] = (await parse(xml)).items;
    expect(entry?.id).toBe("tag:todai-nippo.example,2026-11-22:tow3c0/harbour-opens");
    expect(xml).toContain('xml:lang="ja"');
    expect(xml).toContain("<published>2026-11-22T14:00:00+09:00</published>\n<updated>2026-11-22T15:10:00+09:00</updated>");
    expect(xml).toContain("<author><name>Ada Brine</name></author>\n<author><name>Tom O’Hare</name></author>");
    expect(xml).toContain('<category term="sea-&amp;-tide" label="Sea &amp; tide" />');
    expect(entry?.content).toContain("The gate at dusk. Photograph: Ida Foss/Sample</figcaption>");
    expect(xml).toContain(
      '<link rel="enclosure" type="image/jpeg" href="http://127.0.0.1:9999/todai-nippo/pictures/gate-lead-1200.jpg" title="The gate at dusk." />',
    );
  });

  it("sends XHTML with addresses relative to its base", async () => {
    const xml = renderAtom(sampleFeed(sampleTitle({ slug: "gazette-des-ecluses", format: "atom-xhtml", language: "fr-BE" })));
    await expect(parse(xml)).resolves.toBeDefined();
    expect(xml).toContain(
      '<content type="xhtml" xml:base="http://127.0.0.1:9999/gazette-des-ecluses/"><div xmlns="http://www.w3.org/1999/xhtml">',
    );
    expect(xml).toContain(
      '<img src="pictures/gate-lead-960.jpg" srcset="pictures/gate-lead-480.jpg 480w, pictures/gate-lead-960.jpg 960w, ',
    );
    expect(xml).toContain('href="world/harbour-opens-2026-11-22"');
    expect(xml).toContain("The gate at dusk. (Ida Foss/Sample)</figcaption>");
  });
});

describe("JSON Feed", () => {
  it("carries authors, picture, attachments, tags and modification", () => {
    const feed = JSON.parse(renderJsonFeed(sampleFeed(sampleTitle({ slug: "northlight", format: "jsonfeed" }), [updated])));
    expect(feed.version).toBe("https://jsonfeed.org/version/1.1");
    expect(feed.items[0]).toMatchObject({
      id: "urn:newsroom:northlight:tow3c0:harbour-opens",
      title: "The gates have closed",
      date_published: "2026-11-22T05:00:00Z",
      date_modified: "2026-11-22T06:10:00Z",
      authors: [{ name: "Ada Brine" }, { name: "Tom O’Hare" }],
      tags: ["World", "Harbours", "Sea & tide"],
      image: "http://127.0.0.1:9999/northlight/pictures/gate-lead-1200.jpg",
    });
    expect(feed.items[0].attachments).toHaveLength(2);
  });
});

describe("every format", () => {
  const formats = NewsroomTitle.shape.format.options;

  it.each(formats)("renders %s to the same bytes for the same clock, empty or not", (format) => {
    const title = sampleTitle({ format });
    expect(renderFeed(sampleFeed(title)).equals(renderFeed(sampleFeed(title)))).toBe(true);
    expect(renderFeed(sampleFeed(title, [])).length).toBeGreaterThan(100);
    expect(EPOCH.getTime()).toBe(Date.UTC(2026, 10, 22, 6));
  });
});
