import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { stopFeedLanes } from "@/lib/feeds/feed-lane-gateway";
import { parseFeedKillably } from "@/lib/feeds/parse-gateway";
import type { Report } from "../types";
import { addGofeedAgreement, type GofeedAgreement, noAgreement } from "./gofeed-agreement";
import { readTar, type TarFile } from "./read-tar";
import { ratio, round } from "./tally";

const suites = ["feedparser", "feedvalidator", "gofeed", "parser-fixtures"];

/** Wall time that no file of these suites may reach; most take less than a thousandth of it. */
const fileMsMax = 2_000;

type Run = { files: number; parsed: number; crashes: number; slowestMs: number; agreement: GofeedAgreement };

/** Reads every document of the conformance suites in the killable thread: none may end it or take long. */
export async function runConformance(directory: string, report: Report): Promise<void> {
  const run: Run = { files: 0, parsed: 0, crashes: 0, slowestMs: 0, agreement: noAgreement() };
  // The first document pays for starting the thread.
  await parseFeedKillably(Buffer.from("<rss/>"), { contentType: null, url: null });
  for (const suite of suites) {
    const archive = join(directory, `${suite}.tar.gz`);
    if (existsSync(archive)) await readSuite(readTar(readFileSync(archive)), suite === "gofeed", run);
  }
  await stopFeedLanes();
  report({ metric: "conformance files", value: run.files, unit: "files" });
  report({ metric: "conformance parsed", value: run.parsed, unit: "files" });
  report({ metric: "conformance crashed or killed", value: run.crashes, unit: "files", bar: 0, better: "lower" });
  report({ metric: "conformance slowest file", value: round(run.slowestMs), unit: "ms", bar: fileMsMax, better: "lower" });
  for (const [field, tally] of Object.entries(run.agreement)) {
    report({ metric: `gofeed agreement: ${field} of ${tally.stated}`, value: ratio(tally), unit: "share" });
  }
}

async function readSuite(files: TarFile[], isGofeed: boolean, run: Run): Promise<void> {
  const byPath = new Map(files.map((file) => [file.path, file]));
  for (const file of files.filter(isDocument)) {
    const started = performance.now();
    const parsed = await parseFeedKillably(file.bytes, { contentType: null, url: null });
    run.files += 1;
    run.slowestMs = Math.max(run.slowestMs, performance.now() - started);
    run.parsed += parsed.ok ? 1 : 0;
    run.crashes += !parsed.ok && parsed.error.kind === "killed" ? 1 : 0;
    const expected = byPath.get(file.path.replace(/\.xml$/, ".json"));
    if (isGofeed && expected && expected !== file && parsed.ok) await addGofeedAgreement(run.agreement, textOf(file), textOf(expected));
  }
}

const textOf = (file: TarFile): string => Buffer.from(file.bytes).toString("utf8");

/** Feeds: every document but the JSON files that say what gofeed expects of one. */
const isDocument = (file: TarFile): boolean => !file.path.endsWith(".json") || /\/json\/.*(?<!expected)\.json$/.test(file.path);
