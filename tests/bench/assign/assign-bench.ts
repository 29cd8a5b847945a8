import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { z } from "zod";
import { workerFlags, workerMalloc } from "@/lib/jobs/worker-flags";
import { childEnv } from "@/lib/platform/env";
import type { Bench, Report } from "../types";
import { measureWorkerMemory } from "./whole-worker";

const Mark = z.object({ passed: z.number(), cpuMs: z.number(), rssBytes: z.number(), heapBytes: z.number(), stories: z.number() });
type Mark = z.infer<typeof Mark>;

const run = promisify(execFile);
const program = join(import.meta.dirname, "assign-program.ts");
const megabyte = 1_000_000;
const round = (value: number): number => Math.round(value * 1_000) / 1_000;

export const bench: Bench = {
  name: "assign",
  title: "what it costs to give an article its story",
  run: async (report) => {
    await measureFullWindow(report);
    await measureWorker(report);
    await measureLongStream(report);
  },
};

/** A window of 100,000 articles, just full: some four minutes where nothing else runs. */
async function measureFullWindow(report: Report): Promise<void> {
  const [early, middle, full] = await pass(100_000, [10_000, 30_000, 100_000]);
  report({ metric: "100,000 in the window: CPU an article", value: round(full.cpuMs), unit: "ms", bar: 4, better: "lower" });
  for (const [name, mark] of Object.entries({ "10,000": early, "30,000": middle })) {
    report({ metric: `${name} in the window: CPU an article`, value: round(mark.cpuMs), unit: "ms" });
    report({ metric: `${name} in the window: memory`, value: Math.round(mark.rssBytes / megabyte), unit: "MB" });
  }
  report({ metric: "100,000 in the window: memory", value: Math.round(full.rssBytes / megabyte), unit: "MB", bar: 400, better: "lower" });
  report({ metric: "100,000 in the window: heap", value: Math.round(full.heapBytes / megabyte), unit: "MB" });
}

/** A worker as it is started, with a database, that reads a full window and gives articles of it their stories. */
async function measureWorker(report: Report): Promise<void> {
  const { emptyBytes, peakBytes, afterBytes, assigned } = await measureWorkerMemory({ articles: 100_000, waiting: 500 });
  report({ metric: "a whole worker: memory at its start", value: Math.round(emptyBytes / megabyte), unit: "MB" });
  report({ metric: "a whole worker: articles given their story", value: assigned, unit: "articles", bar: 500 });
  report({
    metric: "a whole worker, 100,000 in the window: memory at most",
    value: Math.round(peakBytes / megabyte),
    unit: "MB",
    bar: 400,
    better: "lower",
  });
  report({ metric: "a whole worker, 100,000 in the window: memory after", value: Math.round(afterBytes / megabyte), unit: "MB" });
}

/** A window of 10,000 that slides over a million articles stored: some twenty minutes where nothing else runs. */
async function measureLongStream(report: Report): Promise<void> {
  const [early, middle, late] = await pass(10_000, [15_000, 300_000, 1_000_000]);
  report({ metric: "15,000 stored: CPU an article", value: round(early.cpuMs), unit: "ms" });
  for (const [name, mark] of Object.entries({ "300,000": middle, "1,000,000": late })) {
    report({ metric: `${name} stored: CPU an article`, value: round(mark.cpuMs), unit: "ms" });
    report({ metric: `${name} against 15,000 stored`, value: round(mark.cpuMs / early.cpuMs), unit: "times", bar: 1.2, better: "lower" });
  }
  report({ metric: "1,000,000 stored, 10,000 in the window: memory", value: Math.round(late.rssBytes / megabyte), unit: "MB" });
}

/** Runs the engine in a process of its own, with a worker's flags, so that its memory is its own. */
async function pass(windowArticles: number, marks: [number, number, number]): Promise<[Mark, Mark, Mark]> {
  const args = ["--expose-gc", ...workerFlags, "--import", "tsx", program, String(windowArticles), marks.join(",")];
  const { stdout } = await run(process.execPath, args, { maxBuffer: megabyte, env: childEnv(workerMalloc) });
  const lines = stdout.trim().split("\n");
  return z.tuple([Mark, Mark, Mark]).parse(lines.map((line) => JSON.parse(line)));
}
