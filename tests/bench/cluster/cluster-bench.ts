import { env } from "@/lib/platform/env";
import type { Bench, Report } from "../types";
import { shuffle } from "./halves";
import { loadEcb, loadHand, loadNewswirePairs, loadOwn, loadStsPairs, loadTelegramPairs, loadUci } from "./load-sets";
import { measureCopies } from "./measure-copies";
import { measurePairs } from "./measure-pairs";
import { measureSet } from "./measure-sets";

/** ECB+ has no dates: by id, and shuffled twice. */
const shuffleSeeds = [1, 7];

export const bench: Bench = {
  name: "cluster",
  title: "articles joined to stories as they stream in, beside two baselines",
  run: async (report) => {
    measureSet({ name: "own fixtures", orders: [loadOwn()], bar: 0.95 }, report);
    const corpus = env().CORPUS_DIR;
    if (corpus) await measureCorpus(corpus, report);
    else process.stderr.write("CORPUS_DIR is not set: skipped all but the project's own fixtures.\n");
  },
};

async function measureCorpus(corpus: string, report: Report): Promise<void> {
  const ecb = loadEcb(corpus);
  measureSet({ name: "UCI titles", orders: [loadUci(corpus)], bar: 0.86 }, report);
  measureSet({ name: "ECB+", orders: [ecb, ...shuffleSeeds.map((seed) => shuffle(ecb, seed))], bar: 0.9 }, report);
  measureSet({ name: "labelled by hand", orders: [await loadHand(corpus)], bar: 0 }, report);
  measurePairs({ name: "newswire pairs", pairs: loadNewswirePairs(corpus), measure: "AUC", bar: 0.72 }, report);
  measurePairs({ name: "Telegram pairs", pairs: loadTelegramPairs(corpus), measure: "AUC", bar: 0.92 }, report);
  measurePairs({ name: "STS headlines", pairs: loadStsPairs(corpus), measure: "Pearson", bar: 0.78 }, report);
  measureCopies(ecb, report);
}
