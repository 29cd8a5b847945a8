import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { decodeHTML } from "entities";
import { extractArticle } from "@/lib/articles/extract-article";
import { env } from "@/lib/platform/env";
import type { Bench, Report } from "../types";
import { type GoldPage, loadGold, loadPage, sets } from "./load-pages";
import { type Count, type Extraction, measureSet, type Scored, type SetFigures } from "./measure";
import { readPlainly } from "./plain-readability";
import { runHostile, timings } from "./time-pages";

export const bench: Bench = {
  name: "extract",
  title: "Articles extracted from their pages, beside plain Readability",
  run: async (report) => {
    const directory = env().CORPUS_DIR ? join(env().CORPUS_DIR ?? "", "articles") : null;
    if (directory && existsSync(directory)) await measureCorpus(directory, report);
    else measureFixtures(report);
    await measureHostile(report);
  },
};

type Read = (bytes: Uint8Array, url: string) => Extraction;
type Run = { figures: Map<string, SetFigures>; shown: Map<string, SetFigures>; crashes: number; ms: number[]; pages: Scored[] };

/** The bars of the issue; plain Readability's own figure is every set's floor besides. */
const bars: { set: string; figure: keyof SetFigures; bar: number }[] = [
  { set: "aeb", figure: "pageF1", bar: 0.955 },
  { set: "trafilatura", figure: "segmentF1", bar: 0.91 },
  { set: "fundus", figure: "meanF1", bar: 0.93 },
  { set: "fundus", figure: "titles", bar: 148 },
  { set: "fundus", figure: "days", bar: 156 },
];

async function measureCorpus(directory: string, report: Report): Promise<void> {
  const gold = new Map(
    sets.filter((set) => existsSync(join(directory, `${set}.gold.jsonl.gz`))).map((set) => [set as string, loadGold(directory, set)]),
  );
  const ours = await runOver(directory, gold, readOurs);
  const plain = await runOver(directory, gold, readPlainly);
  report({ metric: "pages", value: ours.pages.length, unit: "files" });
  report({ metric: "pages that made it throw", value: ours.crashes, unit: "files", bar: 0, better: "lower" });
  for (const [set, figures] of ours.figures) reportSet(set, figures, plain.figures.get(set), report);
  process.stderr.write(`${captionNote}\n`);
  for (const set of captionedSets) reportShown(set, ours.shown.get(set), plain.figures.get(set), report);
  const credited = ours.pages.flatMap(({ found }) => found.images);
  report({ metric: "pictures", value: credited.length, unit: "pictures" });
  report({ metric: "pictures with a credit", value: credited.filter(({ credit }) => credit !== "").length, unit: "pictures" });
  report({ metric: "walled pages", value: ours.pages.filter(({ found }) => found.isWalled).length, unit: "files" });
  for (const [name, run] of [
    ["ours", ours],
    ["Readability", plain],
  ] as const) {
    const { p50, p99 } = timings(run.ms);
    report({ metric: `time a page, ${name}, p50`, value: p50, unit: "ms CPU" });
    report({ metric: `time a page, ${name}, p99`, value: p99, unit: "ms CPU" });
  }
}

async function runOver(directory: string, gold: Map<string, GoldPage[]>, read: Read): Promise<Run> {
  const run: Run = { figures: new Map(), shown: new Map(), crashes: 0, ms: [], pages: [] };
  for (const [set, pages] of gold) {
    const scored: Scored[] = [];
    for (const page of pages) {
      scored.push({ gold: page, found: readOne(loadPage(directory, page), page.url, read, run) });
      // jsdom frees a window only when the event loop turns.
      await setImmediate();
    }
    run.figures.set(set, measureSet(scored));
    run.shown.set(set, measureSet(scored, "shown"));
    run.pages.push(...scored);
  }
  return run;
}

const nothing: Extraction = { title: "", authors: [], text: "", shown: "", published: null, images: [], isWalled: false };

function readOne(bytes: Uint8Array, url: string, read: Read, run: Run): Extraction {
  const start = process.cpuUsage();
  try {
    return read(bytes, url);
  } catch (cause) {
    run.crashes += 1;
    process.stderr.write(`${url}: ${cause instanceof Error ? cause.message : String(cause)}\n`);
    return nothing;
  } finally {
    const used = process.cpuUsage(start);
    run.ms.push((used.user + used.system) / 1_000);
  }
}

function readOurs(bytes: Uint8Array, url: string): Extraction {
  const extracted = extractArticle(bytes, { url, contentType: null });
  if (!extracted.ok) return nothing;
  const { title, byline, text, html, publishedAt, images, paywalled } = extracted.value;
  return {
    title,
    authors: byline,
    text,
    shown: wordsShown(html),
    published: publishedAt?.toISOString() ?? null,
    images,
    isWalled: paywalled,
  };
}

/** The words of our HTML, captions and credits in their places. */
const wordsShown = (html: string): string =>
  decodeHTML(
    html.replace(/<\/?(?:b|i|a|em|strong|code|span|sub|sup|mark|abbr|q|cite|small|time|u|s)\b[^>]*>/g, "").replace(/<[^>]+>/g, "\n"),
  );

const names: Record<keyof SetFigures, string> = {
  pageF1: "text F1, mean of pages",
  meanF1: "text F1 of mean precision and recall",
  segmentF1: "segments F1",
  openings: "openings found",
  titles: "titles right",
  days: "days right",
  authors: "authors right",
};
const figureNames: (keyof SetFigures)[] = ["pageF1", "meanF1", "segmentF1", "openings", "titles", "days", "authors"];
/** The figure by which a set is held to be no worse than plain Readability. */
const mainFigures: (keyof SetFigures)[] = ["segmentF1", "pageF1", "openings", "days"];

const floorOf = (floor: number | Count | null): number | undefined => (floor === null ? undefined : numberOf(floor));

const barOf = (set: string, figure: keyof SetFigures): number | undefined =>
  bars.find((each) => each.set === set && each.figure === figure)?.bar;

const mainFigureOf = (figures: SetFigures): keyof SetFigures | undefined => mainFigures.find((figure) => figures[figure] !== null);

function reportSet(set: string, ours: SetFigures, plain: SetFigures | undefined, report: Report): void {
  const main = captionedSets.includes(set) ? undefined : mainFigureOf(ours);
  for (const figure of figureNames) {
    const [value, floor] = [ours[figure], plain?.[figure] ?? null];
    if (value === null) continue;
    const bar = barOf(set, figure) ?? (figure === main ? floorOf(floor) : undefined);
    report({ metric: `${set}: ${names[figure]}`, value: numberOf(value), unit: unitOf(value), ...(bar === undefined ? {} : { bar }) });
    if (floor !== null) report({ metric: `${set}: ${names[figure]}, Readability`, value: numberOf(floor), unit: unitOf(floor) });
  }
}

/**
 * Sets whose gold is a page as shown, captions among the text: their floor is put to what we show, for our text parts
 * captions from words by design. The figure of the bare text is printed beside it.
 */
const captionedSets = ["readability", "omnivore", "defuddle", "postlight"];

const captionNote = [
  `${captionedSets.join(", ")}: their gold holds captions and credits among the text, as plain Readability's text does, so their`,
  "bar is on ours with captions and credits put back in their places; openings are compared without the words that label a",
  "credit, on all sides. readability's and omnivore's gold is what Readability and a fork of it gave for these pages: there plain",
  "Readability is compared with itself.",
].join("\n");

function reportShown(set: string, ours: SetFigures | undefined, plain: SetFigures | undefined, report: Report): void {
  const main = ours && mainFigureOf(ours);
  const [value, floor] = main ? [ours?.[main] ?? null, plain?.[main] ?? null] : [null, null];
  if (!main || value === null || floor === null) return;
  report({ metric: `${set}: ${names[main]}, captions included`, value: numberOf(value), unit: unitOf(value), bar: numberOf(floor) });
}

const numberOf = (value: number | Count): number => (typeof value === "number" ? Math.round(value * 1e4) / 1e4 : value.right);
const unitOf = (value: number | Count): string => (typeof value === "number" ? "F1" : `of ${value.of}`);

/** Without the corpus: the project's own pages, each of which must be read without a throw. */
function measureFixtures(report: Report): void {
  process.stderr.write("CORPUS_DIR is not set: measuring on the project's own pages.\n");
  const directory = new URL("../../fixtures/pages/", import.meta.url);
  const run: Run = { figures: new Map(), shown: new Map(), crashes: 0, ms: [], pages: [] };
  const files = readdirSync(directory).filter((name) => name.endsWith(".html"));
  const read = files.map((name) => readOne(readFileSync(new URL(name, directory)), `https://paper.example/${name}`, readOurs, run));
  report({ metric: "pages", value: files.length, unit: "files" });
  report({ metric: "pages with a text", value: read.filter(({ text }) => text !== "").length, unit: "files", bar: files.length });
  report({ metric: "pages that made it throw", value: run.crashes, unit: "files", bar: 0, better: "lower" });
  report({ metric: "time a page, p50", value: timings(run.ms).p50, unit: "ms CPU" });
}

/** From handing a page over to its answer, killed or read. */
const goneMsMax = 2_000;

async function measureHostile(report: Report): Promise<void> {
  const runs = await runHostile();
  for (const { name, ms, outcome } of runs) process.stderr.write(`hostile page, ${name}: ${outcome} after ${ms} ms\n`);
  report({ metric: "hostile pages", value: runs.length, unit: "pages" });
  report({ metric: "hostile pages killed", value: runs.filter(({ outcome }) => outcome === "killed").length, unit: "pages" });
  report({ metric: "slowest hostile page", value: Math.max(...runs.map(({ ms }) => ms)), unit: "ms", bar: goneMsMax, better: "lower" });
}
