import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseFeed } from "@/lib/feeds/parse-feed";
import { env } from "@/lib/platform/env";
import type { Bench, Report } from "../types";
import { compareEntries } from "./compare-entries";
import { type CorpusFeed, loadCorpus } from "./load-corpus";
import { measureThroughput } from "./measure-throughput";
import { reportAgreement } from "./report-agreement";
import { runConformance } from "./run-conformance";

export const bench: Bench = {
  name: "parse",
  title: "Feeds parsed, agreement with reference readers, conformance suites, throughput beside other readers",
  run: async (report) => {
    const corpus = env().CORPUS_DIR ?? null;
    const feeds = corpus ? join(corpus, "feeds") : null;
    if (feeds && existsSync(feeds)) await runOnCorpus(loadCorpus(feeds), report);
    else await runOnFixtures(report);
    const suites = corpus ? join(corpus, "feeds-conformance") : null;
    if (suites && existsSync(suites)) await runConformance(suites, report);
    else process.stderr.write("conformance suites: skipped: no corpus\n");
  },
};

async function runOnCorpus(feeds: CorpusFeed[], report: Report): Promise<void> {
  const run = await parseAll(feeds.map((feed) => ({ name: feed.file, bytes: feed.bytes })));
  report({ metric: "feeds", value: feeds.length, unit: "files" });
  reportRun(run, feeds.length, report);
  const agreements = feeds.map((feed, index) => compareEntries(run.entries[index] ?? [], feed.oracle, feed.homeUrl));
  reportAgreement(feeds, agreements, report);
  await measureThroughput(
    feeds.map((feed) => feed.bytes),
    report,
  );
}

/** Without the corpus: our own fixtures, each of which must parse or be refused as its name says. */
async function runOnFixtures(report: Report): Promise<void> {
  process.stderr.write("CORPUS_DIR is not set: measuring on the project's own fixtures.\n");
  const directory = new URL("../../fixtures/feeds/", import.meta.url);
  const files = readdirSync(directory).map((name) => ({ name, bytes: readFileSync(new URL(name, directory)) }));
  const run = await parseAll(files);
  report({ metric: "fixtures", value: files.length, unit: "files" });
  reportRun(run, files.filter((file) => !file.name.startsWith("not-a-feed")).length, report);
  // So few that one reading of them is too short to measure.
  await measureThroughput(Array.from({ length: 200 }, () => files.map((file) => file.bytes)).flat(), report);
}

type Run = { parsed: number; refused: number; crashes: number; entries: Parameters<typeof compareEntries>[0][] };

function reportRun(run: Run, parsedBar: number, report: Report): void {
  report({ metric: "parsed", value: run.parsed, unit: "files", bar: parsedBar });
  report({ metric: "clear errors", value: run.refused, unit: "files" });
  report({ metric: "crashes", value: run.crashes, unit: "files", bar: 0, better: "lower" });
}

async function parseAll(files: { name: string; bytes: Uint8Array }[]): Promise<Run> {
  const run: Run = { parsed: 0, refused: 0, crashes: 0, entries: [] };
  for (const file of files) run.entries.push(await parseOne(file, run));
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
