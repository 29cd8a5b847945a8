import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseFeed } from "@/lib/feeds/parse-feed";
import { env } from "@/lib/platform/env";
import type { Bench, Report } from "../types";
import { type Agreement, compareEntries, type Tally } from "./compare-entries";
import { type CorpusFeed, loadCorpus } from "./load-corpus";

export const bench: Bench = {
  name: "parse",
  title: "Feeds parsed, and agreement with a reference reader",
  run: async (report) => {
    const directory = env().CORPUS_DIR ? join(env().CORPUS_DIR ?? "", "feeds") : null;
    if (directory && existsSync(directory)) await runOnCorpus(loadCorpus(directory), report);
    else await runOnFixtures(report);
  },
};

/** Of 295 captured feeds; a plain rss-parser takes 279. */
const parsedBar = 280;

async function runOnCorpus(feeds: CorpusFeed[], report: Report): Promise<void> {
  const run = await parseAll(feeds.map((feed) => ({ name: feed.file, bytes: feed.bytes })));
  const agreements = feeds.map((feed, index) => compareEntries(run.entries[index] ?? [], feed.oracle, feed.homeUrl));
  printDifferences(feeds, agreements);
  report({ metric: "feeds", value: feeds.length, unit: "files" });
  report({ metric: "parsed", value: run.parsed, unit: "files", bar: parsedBar, better: "higher" });
  report({ metric: "clear errors", value: run.refused, unit: "files" });
  report({ metric: "crashes", value: run.crashes, unit: "files", bar: 0, better: "lower" });
  report({
    metric: "entry recall",
    value: ratio(sum(agreements, (each) => ({ agreed: each.found, stated: each.expected }))),
    unit: "share",
  });
  report({ metric: "title agreement", value: ratio(sum(agreements, (each) => each.titles)), unit: "share" });
  report({ metric: "link agreement", value: ratio(sum(agreements, (each) => each.links)), unit: "share" });
  report({ metric: "date agreement", value: ratio(sum(agreements, (each) => each.dates)), unit: "share" });
  report({ metric: "throughput", value: round(run.megabytes / run.seconds), unit: "MB per CPU second" });
}

/** Without the corpus: our own fixtures, each of which must parse or be refused as its name says. */
async function runOnFixtures(report: Report): Promise<void> {
  process.stderr.write("CORPUS_DIR is not set: measuring on the project's own fixtures.\n");
  const directory = new URL("../../fixtures/feeds/", import.meta.url);
  const files = readdirSync(directory).map((name) => ({ name, bytes: readFileSync(new URL(name, directory)) }));
  const run = await parseAll(files);
  const refusable = files.filter((file) => file.name.startsWith("not-a-feed")).length;
  report({ metric: "fixtures", value: files.length, unit: "files" });
  report({ metric: "parsed", value: run.parsed, unit: "files", bar: files.length - refusable, better: "higher" });
  report({ metric: "clear errors", value: run.refused, unit: "files" });
  report({ metric: "crashes", value: run.crashes, unit: "files", bar: 0, better: "lower" });
  report({ metric: "throughput", value: round(run.megabytes / run.seconds), unit: "MB per CPU second" });
}

type Run = {
  parsed: number;
  refused: number;
  crashes: number;
  megabytes: number;
  seconds: number;
  entries: Parameters<typeof compareEntries>[0][];
};

async function parseAll(files: { name: string; bytes: Uint8Array }[]): Promise<Run> {
  const run: Run = { parsed: 0, refused: 0, crashes: 0, megabytes: 0, seconds: 0, entries: [] };
  // Processor time, so that what else the machine does is no part of the figure.
  const start = process.cpuUsage();
  for (const file of files) {
    run.megabytes += file.bytes.length / 1e6;
    run.entries.push(await parseOne(file, run));
  }
  const used = process.cpuUsage(start);
  run.seconds = (used.user + used.system) / 1e6;
  return run;
}

async function parseOne(file: { name: string; bytes: Uint8Array }, run: Run): Promise<Run["entries"][number]> {
  try {
    const parsed = await parseFeed(file.bytes, { contentType: null, url: null });
    run[parsed.ok ? "parsed" : "refused"] += 1;
    if (!parsed.ok) process.stderr.write(`${file.name}: ${parsed.error.reason}\n`);
    return parsed.ok ? parsed.value.entries : [];
  } catch (cause) {
    run.crashes += 1;
    process.stderr.write(`${file.name}: crashed: ${cause instanceof Error ? cause.stack : String(cause)}\n`);
    return [];
  }
}

/** Every disagreement, for the one who asks: `npm run bench -- parse --differences`. */
function printDifferences(feeds: CorpusFeed[], agreements: Agreement[]): void {
  if (!process.argv.includes("--differences")) return;
  for (const [index, agreement] of agreements.entries()) {
    for (const difference of agreement.differences) process.stderr.write(`${feeds[index]?.file}\t${difference}\n`);
  }
}

function sum(agreements: Agreement[], pick: (agreement: Agreement) => Tally): Tally {
  return agreements
    .map(pick)
    .reduce((total, each) => ({ agreed: total.agreed + each.agreed, stated: total.stated + each.stated }), { agreed: 0, stated: 0 });
}

const ratio = ({ agreed, stated }: Tally): number => (stated === 0 ? 1 : Math.round((agreed / stated) * 1e5) / 1e5);
const round = (value: number): number => Math.round(value * 100) / 100;
