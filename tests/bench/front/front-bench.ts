import { mkdir, rm } from "node:fs/promises";
import { availableParallelism } from "node:os";
import path from "node:path";
import { buildIfChanged } from "@/lib/cli/start/build";
import { makeTempFolder } from "@/lib/platform/temp-folder";
import type { Bench } from "../types";
import { measureFront } from "./measure-front";

const readers = { readers: 10_000, follows: 50, reads: 200 };
const pace = { warmSec: 10, saturationSec: 15, steadySec: 20, rounds: 3 };
const ratioMax = 1.3;

/** Readers' own front pages over HTTP, one visit in four a reader's first, beside a store of a hundredth of the size. */
export const bench: Bench = {
  name: "front",
  title: "front pages of 10,000 readers with 50 follows and 200 reads each, over 1,000,000 articles and over 10,000",
  run: async (report) => {
    report({ metric: "cores", value: availableParallelism(), unit: "cores" });
    await build();
    const newestAt = new Date();
    const small = await measureFront("10k", { store: { articles: 10_000, stories: 3_000, bigStory: 50, newestAt }, readers, pace }, report);
    const large = await measureFront(
      "1M",
      { store: { articles: 1_000_000, stories: 300_000, bigStory: 200, newestAt }, readers, pace },
      report,
    );
    report({ metric: "p99 of 1M to 10k", value: Math.round((large / small) * 100) / 100, unit: "×", bar: ratioMax, better: "lower" });
  },
};

async function build(): Promise<void> {
  const dataDir = await makeTempFolder("broadsheet-front-build-");
  await mkdir(path.join(dataDir, "logs"), { recursive: true });
  await buildIfChanged(dataDir);
  await rm(dataDir, { recursive: true, force: true });
}
