import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sha256Hex } from "@/lib/core/hash";
import { loadHandLabels } from "@/tests/bench/cluster/load-hand-labels";

const idOf = (link: string): string => sha256Hex(link).slice(0, 16);
const agency = "clustering/agency-headlines-2025-05-28.jsonl.gz";
const feed = "feeds/files/tageblatt.example__someone__feed.xml";

let corpus = "";

beforeAll(() => {
  corpus = mkdtempSync(join(tmpdir(), "hand-labels-"));
  mkdirSync(join(corpus, "clustering"));
  mkdirSync(join(corpus, "feeds/files"), { recursive: true });
  const rows = [
    {
      title: "Bridge &amp; tunnel shut",
      link: "https://one.example/a",
      pubDate: "Wed, 28 May 2025 10:00:00 GMT",
      description: "<p>Cracks</p>",
      publisher: "one.example",
    },
    { title: "Bridge closed", link: "https://two.example/b", pubDate: null, description: null, publisher: "two.example" },
  ];
  writeFileSync(join(corpus, agency), gzipSync(rows.map((row) => JSON.stringify(row)).join("\n")));
  writeFileSync(
    join(corpus, feed),
    `<rss version="2.0"><channel><title>Tageblatt</title><language>de</language><item><title>Brücke gesperrt</title>
    <link>https://tageblatt.example/c</link><description>Risse</description><pubDate>Wed, 28 May 2025 08:00:00 GMT</pubDate></item></channel></rss>`,
  );
});

afterAll(() => rmSync(corpus, { recursive: true, force: true }));

function labels(...rows: object[]): string {
  const file = join(corpus, "labels.json");
  writeFileSync(file, JSON.stringify(rows));
  return file;
}

describe("loadHandLabels", () => {
  it("reads labelled articles out of the corpus, in order of publication", async () => {
    const file = labels(
      { source: agency, id: idOf("https://one.example/a"), story: "s0001" },
      { source: agency, id: idOf("https://two.example/b"), story: "s0001", language: "cy" },
      { source: feed, id: idOf("https://tageblatt.example/c"), story: "s0001" },
    );
    expect((await loadHandLabels(corpus, file)).map(({ id: _id, ...article }) => article)).toEqual([
      {
        title: "Brücke gesperrt",
        text: "Risse",
        publishedAtMs: Date.UTC(2025, 4, 28, 8),
        publisher: "tageblatt.example",
        language: "de",
        story: "s0001",
      },
      ...[
        { title: "Bridge closed", text: "", publisher: "two.example", language: "cy" },
        { title: "Bridge & tunnel shut", text: "Cracks", publisher: "one.example", language: "en" },
      ]
        .map((article) => ({ ...article, publishedAtMs: Date.UTC(2025, 4, 28, 10), story: "s0001" }))
        .sort((a, b) => (idOf(linkOf(a.publisher)) < idOf(linkOf(b.publisher)) ? -1 : 1)),
    ]);
  });

  it("says which labelled article the corpus lacks", async () => {
    const file = labels({ source: agency, id: "0123456789abcdef", story: "s0001" });
    await expect(loadHandLabels(corpus, file)).rejects.toThrow(/0123456789abcdef is not in clustering/);
  });

  it("refuses an article that is labelled twice", async () => {
    const row = { source: agency, id: idOf("https://one.example/a"), story: "s0001" };
    await expect(loadHandLabels(corpus, labels(row, { ...row, story: "s0002" }))).rejects.toThrow(/twice/);
  });
});

const linkOf = (publisher: string): string => (publisher === "one.example" ? "https://one.example/a" : "https://two.example/b");
