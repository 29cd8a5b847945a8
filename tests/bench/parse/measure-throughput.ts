import { parseFeed as feedsmithParse } from "feedsmith";
import RssParser from "rss-parser";
import { decodeCharset } from "@/lib/feeds/decode-charset";
import { parseFeed } from "@/lib/feeds/parse-feed";
import { readXmlFeed } from "@/lib/feeds/read-xml-feed";
import { median } from "../_bed/median";
import type { Report } from "../types";
import { round } from "./tally";

type Reader = "ours, reading" | "ours, whole" | "rss-parser" | "feedsmith";

/** Each reader from bytes to what it calls an entry; `whole` also normalises and sanitises, which the others do not. */
const readers: Record<Reader, (bytes: Uint8Array) => Promise<unknown> | unknown> = {
  "rss-parser": (bytes) => new RssParser().parseString(new TextDecoder().decode(bytes)),
  "ours, reading": (bytes) => readXmlFeed(decodeCharset(bytes, null).text),
  feedsmith: (bytes) => feedsmithParse(new TextDecoder().decode(bytes)),
  "ours, whole": (bytes) => parseFeed(bytes, { contentType: null, url: null }),
};

const rounds = 5;

/** Reading alone must keep up with a reader that loses every twelfth entry. */
const readingBar = 0.8;

/**
 * Processor time of each reader over the same documents in the same run, one after the other in every round; the first
 * round warms up and does not count. Only documents that rss-parser accepts, so that refusing early earns it nothing.
 */
export async function measureThroughput(documents: Uint8Array[], report: Report): Promise<void> {
  const accepted: Uint8Array[] = [];
  for (const bytes of documents) if (await isAccepted(bytes)) accepted.push(bytes);
  const megabytes = accepted.reduce((total, bytes) => total + bytes.length, 0) / 1e6;
  const figures = new Map<Reader, number[]>();
  for (let round = 0; round <= rounds; round += 1) {
    for (const [name, read] of entriesOf(readers)) {
      const seconds = await cpuSeconds(accepted, read);
      if (round > 0) figures.set(name, [...(figures.get(name) ?? []), megabytes / seconds]);
    }
  }
  const speed = (name: Reader) => median(figures.get(name) ?? []);
  report({ metric: "throughput documents", value: accepted.length, unit: "files" });
  for (const [name] of entriesOf(readers)) report({ metric: `throughput: ${name}`, value: round(speed(name)), unit: "MB per CPU second" });
  report({
    metric: "reading beside rss-parser",
    value: round(speed("ours, reading") / speed("rss-parser")),
    unit: "ratio",
    bar: readingBar,
  });
  report({ metric: "whole beside rss-parser", value: round(speed("ours, whole") / speed("rss-parser")), unit: "ratio" });
}

const entriesOf = (table: typeof readers): [Reader, (typeof readers)[Reader]][] => [
  ["rss-parser", table["rss-parser"]],
  ["ours, reading", table["ours, reading"]],
  ["feedsmith", table.feedsmith],
  ["ours, whole", table["ours, whole"]],
];

async function isAccepted(bytes: Uint8Array): Promise<boolean> {
  try {
    await readers["rss-parser"](bytes);
    return true;
  } catch {
    return false;
  }
}

async function cpuSeconds(documents: Uint8Array[], read: (bytes: Uint8Array) => Promise<unknown> | unknown): Promise<number> {
  const start = process.cpuUsage();
  for (const bytes of documents) await attempt(bytes, read);
  const used = process.cpuUsage(start);
  return (used.user + used.system) / 1e6;
}

/** What a reader refuses, it has read too. */
async function attempt(bytes: Uint8Array, read: (bytes: Uint8Array) => Promise<unknown> | unknown): Promise<void> {
  try {
    await read(bytes);
  } catch {
    return;
  }
}
