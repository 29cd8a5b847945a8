import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { z } from "zod";
import type { Bench, Report } from "../types";

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
    await measureLongStream(report);
  },
};

/** A window of 100,000 articles, just full. */
async function measureFullWindow(report: Report): Promise<void> {
  const [early, full] = await pass(100_000, [10_000, 100_000]);
  report({ metric: "100,000 in the window: CPU an article", value: round(full.cpuMs), unit: "ms", bar: 4, better: "lower" });
  report({ metric: "10,000 in the window: CPU an article", value: round(early.cpuMs), unit: "ms" });
  report({ metric: "100,000 in the window: memory", value: Math.round(full.rssBytes / megabyte), unit: "MB", bar: 400, better: "lower" });
  report({ metric: "100,000 in the window: heap", value: Math.round(full.heapBytes / megabyte), unit: "MB" });
}

/** A window that slides over 300,000 articles (a million takes half an hour). */
async function measureLongStream(report: Report): Promise<void> {
  const [early, late] = await pass(10_000, [15_000, 300_000]);
  report({ metric: "15,000 passed through: CPU an article", value: round(early.cpuMs), unit: "ms" });
  report({ metric: "300,000 passed through: CPU an article", value: round(late.cpuMs), unit: "ms" });
  report({
    metric: "300,000 against 15,000 passed through",
    value: round(late.cpuMs / early.cpuMs),
    unit: "times",
    bar: 1.2,
    better: "lower",
  });
}

/** Runs the engine in a process of its own, so that its memory is its own. */
async function pass(windowArticles: number, marks: [number, number]): Promise<[Mark, Mark]> {
  const args = ["--expose-gc", "--import", "tsx", program, String(windowArticles), marks.join(",")];
  const { stdout } = await run(process.execPath, args, { maxBuffer: megabyte });
  const lines = stdout.trim().split("\n");
  return z.tuple([Mark, Mark]).parse(lines.map((line) => JSON.parse(line)));
}
