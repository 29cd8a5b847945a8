import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parseFeed } from "@/lib/feeds/parse-feed";
import type { ParsedFeed } from "@/lib/feeds/types";

const fixture = (name: string): Uint8Array => readFileSync(new URL(`../../fixtures/feeds/${name}`, import.meta.url));

async function parsed(name: string, url: string | null = null): Promise<ParsedFeed> {
  const result = await parseFeed(fixture(name), { contentType: null, url });
  if (!result.ok) throw new Error(`${name}: ${result.error.reason}`);
  return result.value;
}

async function refusal(bytes: Uint8Array): Promise<string> {
  const result = await parseFeed(bytes, { contentType: null, url: null });
  return result.ok ? "parsed" : result.error.reason;
}

describe("RSS 2.0 with modules", () => {
  it("reads the feed's facts and hints", async () => {
    const { feed } = await parsed("rss2-media.xml");
    expect(feed).toEqual({
      title: "The Saltmarsh Courier & Gazette",
      homeUrl: "https://courier.example/",
      selfUrl: "https://courier.example/rss.xml",
      language: "en-GB",
      direction: "ltr",
      format: "rss",
      hints: { ttlMinutes: 30, skipHoursUtc: [0, 2], skipDays: [0], updatePeriodMinutes: null },
    });
  });

  it("reads an entry whole: title plain, address canonical, authors apart, text sanitised", async () => {
    const [entry] = (await parsed("rss2-media.xml")).entries;
    expect(entry).toMatchObject({
      guid: "courier-1001",
      url: "https://courier.example/local/ferry-winter?edition=2",
      title: "Ferry ‘will run’ through the winter",
      authors: [
        { name: "Ines Harrow", role: null },
        { name: "Tobias Vane", role: null },
      ],
      publishedAt: new Date("2026-03-03T06:05:00Z"),
      summaryText: "The council found the money for a third boat.",
      categories: ["Transport", "Harbour"],
      language: "en-GB",
    });
    expect(entry?.html).toBe(
      '<p>The council found the money on Monday.</p><figure><img src="https://courier.example/img/ferry.jpg" alt="A ferry at dawn" width="640" height="360" loading="lazy" decoding="async" />' +
        '<figcaption>The ferry leaves at dawn. <span class="credit">Ines Harrow/Courier</span></figcaption></figure>' +
        '<p>Boats leave hourly, says <a href="https://courier.example/timetable" rel="noopener nofollow ugc external">the timetable</a>.</p>',
    );
  });

  it("keeps one rendition of a picture, the widest, with caption and credit apart", async () => {
    const [entry] = (await parsed("rss2-media.xml")).entries;
    expect(entry?.images).toEqual([
      {
        url: "https://courier.example/img/1200/ferry.jpg",
        width: 1200,
        height: 720,
        caption: "The ferry leaves at dawn.",
        credit: "Ines Harrow/Courier",
        alt: "A ferry at dawn",
      },
    ]);
  });

  it("keeps an entry with a bad date and drops an empty one, counted", async () => {
    const feed = await parsed("rss2-media.xml");
    expect(feed.entries.map((entry) => entry.title)).toEqual(["Ferry ‘will run’ through the winter", "Tide tables corrected"]);
    expect(feed.entries[1]).toMatchObject({ publishedAt: null, authors: [{ name: "Ada Lund" }], guid: null });
    expect(feed.dropped).toBe(1);
  });

  it("gives pictures in the text our own address when asked, and tells which is whose", async () => {
    const result = await parseFeed(fixture("rss2-media.xml"), { contentType: null, url: null, pictureWidth: 640 });
    if (!result.ok) throw new Error(result.error.reason);
    const [[hash, source] = []] = result.value.bodyMedia;
    expect(source).toBe("https://courier.example/img/ferry.jpg");
    expect(result.value.entries[0]?.html).toContain(`src="/media/${hash}/640"`);
    expect(result.value.entries[0]?.images[0]?.url).toBe("https://courier.example/img/1200/ferry.jpg");
  });
});

describe("what modules and links say", () => {
  const read = async (markup: string) => {
    const result = await parseFeed(new TextEncoder().encode(markup), { contentType: null, url: "https://courier.example/feed" });
    if (!result.ok) throw new Error(result.error.reason);
    return result.value;
  };

  it("files an entry under the section and the place it names, whatever the prefixes", async () => {
    const { entries } =
      await read(`<rss version="2.0" xmlns:s="http://purl.org/rss/1.0/modules/slash/" xmlns:g="http://www.georss.org/georss">
      <channel><title>Courier</title><item><title>Lock gates</title><category>Harbour</category><s:section>Works</s:section>
      <s:comments>177</s:comments><g:featurename>Saltmarsh</g:featurename><g:point>51.1 0.9</g:point></item></channel></rss>`);
    expect(entries[0]?.categories).toEqual(["Harbour", "Works", "Saltmarsh"]);
  });

  it("names the document with older entries: an archive before a further page", async () => {
    const { feed } = await read(`<feed xmlns="http://www.w3.org/2005/Atom"><title>Courier</title><id>urn:c</id>
      <link rel="next" href="?page=2"/><link rel="prev-archive" href="/2026/02"/></feed>`);
    expect(feed.olderUrl).toBe("https://courier.example/2026/02");
    const json = { version: "https://jsonfeed.org/version/1.1", title: "Courier", next_url: "/feed?page=2", items: [] };
    expect((await read(JSON.stringify(json))).feed.olderUrl).toBe("https://courier.example/feed?page=2");
  });
});

describe("other formats", () => {
  it("decodes windows-1252 and a date in words", async () => {
    const { feed, entries } = await parsed("rss2-latin.xml");
    expect(feed.title).toBe("L’Écho du Bocage");
    expect(entries[0]).toMatchObject({
      title: "« Le marché » rouvre à Vire-Neuve",
      publishedAt: new Date("2026-03-03T07:00:00Z"),
      summaryText: "Les étals — enfin — reviennent.",
    });
  });

  it("reads RSS 1.0 under any prefix of Dublin Core", async () => {
    const { feed, entries } = await parsed("rss1.xml");
    expect(feed.format).toBe("rdf");
    expect(entries[0]).toMatchObject({
      guid: "https://montanera.example/n/7",
      publishedAt: new Date("2026-03-03T06:00:00Z"),
      authors: [{ name: "Rosa Prado" }, { name: "Luis Mena" }],
      categories: ["Tiempo", "Sierra"],
    });
  });

  it("reads prefixed Atom: xhtml in its order, xml:base, several authors, one bad date", async () => {
    const { feed, entries } = await parsed("atom-xhtml.xml");
    expect(feed).toMatchObject({ format: "atom", title: "Fen & Moor Observer", homeUrl: "https://observer.example/" });
    expect(entries[0]).toMatchObject({
      title: "Peat returns",
      url: "https://observer.example/peat#top",
      authors: [{ name: "Moss Carrow" }, { name: "Jun Abe" }],
      publishedAt: new Date("2026-03-03T08:00:00.500Z"),
      updatedAt: new Date("2026-03-03T08:30:00Z"),
    });
    expect(entries[0]?.images[0]?.url).toBe("https://observer.example/p/peat.png");
    expect(entries[0]?.html).toContain("<p>One <b>two</b> three &amp; <i>four</i> five.</p>");
    expect(entries[0]?.html).toContain('href="https://observer.example/feed/map"');
    expect(entries[1]).toMatchObject({
      title: "AT&T lays a cable <b>",
      publishedAt: new Date("2026-03-02T08:30:00Z"),
      authors: [{ name: "The Observer desk" }],
      html: "",
    });
  });

  it("reads JSON Feed and loses only the broken items", async () => {
    const { feed, entries, dropped } = await parsed("feed.json");
    expect(feed).toMatchObject({ format: "json", title: "Kivi & Co", language: "fi" });
    expect(entries[0]).toMatchObject({
      guid: "7",
      url: "https://kivi.example/a",
      authors: [{ name: "Aino Salo" }],
      categories: ["Sää"],
      html: "<p>Lunta.</p>",
    });
    expect(entries[0]?.images[0]?.url).toBe("https://kivi.example/i.jpg");
    expect(entries[1]).toMatchObject({
      title: "Ensimmäinen. Toinen <kappale>.",
      html: "<p>Ensimmäinen.</p>\n<p>Toinen &lt;kappale&gt;.</p>",
    });
    expect(dropped).toBe(2);
  });
});

describe("broken and hostile input", () => {
  it("mends what can be mended and never expands a document's own entities", async () => {
    const { feed, entries, warnings } = await parsed("broken.xml");
    expect(feed.title).toBe("Fish & Chips Weekly — &b;");
    expect(feed.homeUrl).toBe("https://fish.example/?a=1&b=2");
    expect(entries.map((entry) => [entry.title, entry.url])).toEqual([
      ["5 < 6 & so on", "https://fish.example/1?x=1&y=2"],
      ["Second", "https://fish.example/2"],
      ["Third, cut", "https://fish.example/3"],
    ]);
    expect(entries[0]).toMatchObject({ guid: "1", summaryText: "Plain markup unescaped é", publishedAt: new Date("2026-03-03T09:05:00Z") });
    expect(warnings.length).toBeGreaterThan(1);
  });

  it.each([
    ["not-a-feed.html", "the document is a web page"],
    ["not-a-feed-empty.xml", "the document is empty"],
    ["not-a-feed.json", "the JSON holds no list of items"],
    ["not-a-feed-opml.xml", "the root element is <opml>"],
  ])("refuses %s in words", async (name, reason) => {
    expect(await refusal(fixture(name))).toBe(reason);
  });

  it("survives nesting, long runs of markup and binary", async () => {
    const wrap = (description: string) =>
      Buffer.from(
        `<rss version="2.0"><channel><title>t</title><item><title>x</title><link>https://a.example/1</link><description>${description}</description></item></channel></rss>`,
      );
    for (const hostile of [
      "<![CDATA[".concat("<div>".repeat(50_000), "]]>"),
      "<a>".repeat(50_000),
      "<!--".repeat(20_000),
      '<a "'.repeat(20_000),
      "&".repeat(50_000),
    ]) {
      expect(await refusal(wrap(hostile))).toBe("parsed");
    }
    expect(await refusal(Uint8Array.from({ length: 5_000 }, (_, index) => (index * 7919) % 256))).not.toBe("parsed");
  }, 20_000);

  it("finds entries that stand outside any channel, and refuses RSS with neither", async () => {
    const item = "<item><title>x</title><link>https://a.example/1</link></item>";
    const result = await parseFeed(Buffer.from(`<rss version="2.0"><title>t</title>${item}</rss>`), { contentType: null, url: null });
    expect(result.ok && [result.value.feed.title, result.value.entries.length]).toEqual(["t", 1]);
    expect(await refusal(Buffer.from('<rss version="2.0"></rss>'))).toBe("the document has neither channel nor entries");
  });

  it("brings dates of the future back to ten minutes after the fetch", async () => {
    const firstSeenAt = new Date("2026-03-01T00:00:00Z");
    const result = await parseFeed(fixture("feed.json"), { contentType: null, url: null, firstSeenAt });
    expect(result.ok && result.value.entries[0]?.publishedAt).toEqual(new Date("2026-03-01T00:10:00Z"));
  });

  it("takes an item that was never closed for an entry of its own", async () => {
    const source = "<rss><channel><title>t</title><item><title>a</title><item><title>b</title></item></channel></rss>";
    const result = await parseFeed(Buffer.from(source), { contentType: null, url: null });
    expect(result.ok && result.value.entries.map((entry) => entry.title)).toEqual(["a", "b"]);
  });
});
