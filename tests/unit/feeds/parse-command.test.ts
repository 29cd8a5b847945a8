import { Readable, Writable } from "node:stream";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { parseCommand } from "@/lib/cli/commands/parse";

const path = (name: string): string => fileURLToPath(new URL(`../../fixtures/feeds/${name}`, import.meta.url));

async function run(args: string[], input = "") {
  const written = { out: "", error: "" };
  const sink = (name: "out" | "error") =>
    new Writable({
      write(chunk, _encoding, done) {
        written[name] += String(chunk);
        done();
      },
    });
  const code = await parseCommand(args, { stdin: Readable.from([Buffer.from(input)]), stdout: sink("out"), stderr: sink("error") });
  return { code, ...written };
}

it("prints the feed and its entries in the documented shape", async () => {
  const { code, out } = await run([path("rss2-media.xml")]);
  const printed = JSON.parse(out);
  expect(code).toBe(0);
  expect(Object.keys(printed)).toEqual(["feed", "entries", "dropped", "warnings"]);
  expect(Object.keys(printed.entries[0])).toEqual([
    "guid",
    "url",
    "title",
    "authors",
    "publishedAt",
    "updatedAt",
    "summaryText",
    "html",
    "images",
    "categories",
    "language",
  ]);
  expect(printed.entries[0].publishedAt).toBe("2026-03-03T06:05:00.000Z");
  expect(Object.keys(printed.entries[0].images[0])).toEqual(["url", "credit", "caption"]);
});

it("reads standard input, and resolves against the address it is told", async () => {
  const { code, out } = await run(
    ["-", "--url", "https://a.example/f/rss", "--content-type", "text/xml"],
    "<rss><channel><title>t</title><item><title>x</title><link>y</link></item></channel></rss>",
  );
  expect(code).toBe(0);
  expect(JSON.parse(out).entries[0].url).toBe("https://a.example/f/y");
});

it("ends with 2 and a JSON error for what is no feed, with 1 for wrong use", async () => {
  const refused = await run([path("not-a-feed.html")]);
  expect([refused.code, JSON.parse(refused.out)]).toEqual([2, { error: { kind: "not-a-feed", reason: "the document is a web page" } }]);
  expect((await run([])).code).toBe(1);
  expect((await run(["/nowhere/at/all.xml"])).code).toBe(1);
});
