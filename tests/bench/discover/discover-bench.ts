import { existsSync } from "node:fs";
import { join } from "node:path";
import { decodePage } from "@/lib/feeds/decode-page";
import { discoverFeeds } from "@/lib/feeds/discover-feeds";
import { env } from "@/lib/platform/env";
import type { Bench } from "../types";
import { type CorpusPage, loadPages } from "./load-pages";
import { ownPages } from "./own-pages";

export const bench: Bench = {
  name: "discover",
  title: "Feeds found in home pages that announce them",
  run: async (report) => {
    const directory = env().CORPUS_DIR ? join(env().CORPUS_DIR ?? "", "feed-discovery") : null;
    const isCorpus = directory !== null && existsSync(directory);
    if (!isCorpus) process.stderr.write("CORPUS_DIR is not set: measuring on the project's own pages.\n");
    const pages = isCorpus ? loadPages(directory) : ownPages;
    // Processor time, so that what else the machine does is no part of the figure.
    const startedAt = process.cpuUsage();
    const scores = pages.map(scorePage);
    const used = process.cpuUsage(startedAt);
    const total = (pick: (score: Score) => number) => scores.reduce((sum, score) => sum + pick(score), 0);
    report({ metric: "pages", value: pages.length, unit: "files" });
    report({ metric: "announced feeds", value: total((score) => score.announced), unit: "links" });
    report({
      metric: "links listed that lead to an interface",
      value: pages.reduce((sum, page) => sum + page.interfaces, 0),
      unit: "links",
    });
    report({
      metric: "recall",
      value: share(
        total((score) => score.agreed),
        total((score) => score.announced),
      ),
      unit: "share",
    });
    report({
      metric: "precision",
      value: share(
        total((score) => score.agreed),
        total((score) => score.found),
      ),
      unit: "share",
    });
    report({ metric: "found besides, not announced", value: total((score) => score.besides), unit: "links" });
    report({ metric: "time a page", value: round((used.user + used.system) / 1_000 / pages.length), unit: "CPU ms" });
  },
};

type Score = { announced: number; found: number; agreed: number; besides: number };

function scorePage(page: CorpusPage): Score {
  const candidates = discoverFeeds(decodePage(page.bytes, null), page.url);
  const found = new Set(candidates.filter((candidate) => candidate.source === "alternate").map((candidate) => sameForm(candidate.url)));
  const announced = new Set(page.announced.map(sameForm));
  for (const url of announced.difference(found)) process.stderr.write(`${page.file}\tmissed\t${url}\n`);
  for (const url of found.difference(announced)) process.stderr.write(`${page.file}\tnot listed\t${url}\n`);
  const agreed = announced.intersection(found).size;
  return { announced: announced.size, found: found.size, agreed, besides: candidates.length - found.size };
}

/** The corpus resolved its links with a library that folds "//" within a path. */
const sameForm = (url: string): string => url.replace(/(?<!^https?:)\/{2,}/g, "/");

const share = (part: number, whole: number): number => (whole === 0 ? 1 : Math.round((part / whole) * 1e5) / 1e5);
const round = (value: number): number => Math.round(value * 100) / 100;
