import { mkdir, rm } from "node:fs/promises";
import { availableParallelism } from "node:os";
import path from "node:path";
import { buildIfChanged } from "@/lib/cli/start/build";
import { makeTempFolder } from "@/lib/platform/temp-folder";
import type { Bench, Report } from "../types";
import { openPaper, type Paper, reportQueries } from "./open-paper";
import { racePapers } from "./race-papers";

const readers = { readers: 10_000, follows: 50, reads: 200 };
// Warmed until what all readers share is remembered and the process has compiled itself: the steady state is measured.
const pace = { warmSec: 30, saturationSec: 10, steadySec: 20, rounds: 5 };
const ratioMax = 1.3;

/** Readers' own front pages over HTTP, one visit in four a reader's first, beside a store of a hundredth of the size. */
export const bench: Bench = {
  name: "front",
  title: "front pages of 10,000 readers with 50 follows and 200 reads each, over 1,000,000 articles and over 10,000",
  run: async (report) => {
    report({ metric: "cores", value: availableParallelism(), unit: "cores" });
    await build();
    const newestAt = new Date();
    const small = await openPaper("10k", { store: { articles: 10_000, stories: 3_000, bigStory: 50, newestAt }, readers }, report);
    try {
      const large = await openPaper("1M", { store: { articles: 1_000_000, stories: 300_000, bigStory: 200, newestAt }, readers }, report);
      try {
        await compare(small, large, report);
      } finally {
        await large.stop();
      }
    } finally {
      await small.stop();
    }
  },
};

async function compare(small: Paper, large: Paper, report: Report): Promise<void> {
  const [smallMs = Number.NaN, largeMs = Number.NaN] = await racePapers([small, large], pace);
  for (const paper of [small, large]) await reportQueries(paper);
  report({ metric: "p99 of 1M to 10k", value: Math.round((largeMs / smallMs) * 100) / 100, unit: "×", bar: ratioMax, better: "lower" });
}

async function build(): Promise<void> {
  const dataDir = await makeTempFolder("broadsheet-front-build-");
  await mkdir(path.join(dataDir, "logs"), { recursive: true });
  await buildIfChanged(dataDir);
  await rm(dataDir, { recursive: true, force: true });
}
