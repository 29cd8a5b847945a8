import os from "node:os";
import type { StackFacts } from "../../support/stack-file";
import type { Report } from "../types";
import { bareNames } from "./bare-app";
import { serveBareNext, serveBareNode } from "./bare-pages";
import { startLoader } from "./load";
import { measure, type Subject } from "./measure";
import { findOurPages, type OurPage } from "./our-pages";
import { weighPage, weighScripts } from "./page-weight";
import { findListener } from "./process-cpu";
import { type Comparison, reportComparisons, reportRounds } from "./report-figures";
import type { RunningServer } from "./run-next";
import { waitForQuiet } from "./wait-for-quiet";

const visitorBar = 0.8;
const memberBar = 0.7;
const scriptBytesOverBare = 15_000;

const comparisons: Comparison[] = [
  { metric: "visitor_front_of_kept_next", ours: "visitor_front", base: "next_kept_front", bar: visitorBar },
  { metric: "visitor_article_of_kept_next", ours: "visitor_article", base: "next_kept_article", bar: visitorBar },
  { metric: "member_front_of_fresh_next", ours: "member_front", base: "next_fresh_front", bar: memberBar },
  { metric: "member_article_of_fresh_next", ours: "member_article", base: "next_fresh_article", bar: memberBar },
  { metric: "visitor_front_of_node", ours: "visitor_front", base: "node_front" },
  { metric: "visitor_article_of_node", ours: "visitor_article", base: "node_article" },
];

/** Builds and serves what to compare with, and measures a running product beside it. */
export async function measurePages(stack: StackFacts, report: Report): Promise<void> {
  const stops: (() => Promise<void> | void)[] = [];
  try {
    const ours = await findOurPages(stack);
    say("building the bare pages …");
    const next = await serveBareNext(ours);
    stops.push(next.stop);
    const node = await serveBareNode(ours);
    stops.push(node.stop);
    await reportBytes(stack, ours, next, report);
    say("waiting for the worker to have fetched its pictures …");
    await waitForQuiet(stack.databaseUrl);
    const loader = startLoader();
    stops.push(loader.stop);
    report({ metric: "load_average_before", value: Number(os.loadavg()[0]?.toFixed(2)), unit: "processes" });
    const rounds = await measure(subjectsOf(stack, ours, next, node), loader, (round) => say(`round ${round} of 5 …`));
    reportRounds(rounds, report);
    reportComparisons(rounds, comparisons, report);
  } finally {
    for (const stop of stops.reverse()) await stop();
  }
}

const say = (words: string) => process.stderr.write(`pages: ${words}\n`);

/** Each page of ours stands next to what it is compared with, so that a round takes both within seconds. */
function subjectsOf(stack: StackFacts, ours: readonly OurPage[], next: RunningServer, node: RunningServer): Subject[] {
  const webPid = findListener(Number(new URL(stack.baseUrl).port));
  return ours.flatMap(({ reader, page, path, cookie }): Subject[] => {
    const mine: Subject = { name: `${reader}_${page}`, url: stack.baseUrl + path, cookie, pid: webPid };
    const kind = reader === "visitor" ? "kept" : "fresh";
    const bare: Subject = { name: `next_${kind}_${page}`, url: `${next.origin}/${kind}/${page}`, pid: next.pid };
    const least: Subject = { name: `node_${page}`, url: `${node.origin}/${page}`, pid: node.pid };
    return reader === "visitor" ? [mine, bare, least] : [mine, bare];
  });
}

async function reportBytes(stack: StackFacts, ours: readonly OurPage[], next: RunningServer, report: Report): Promise<void> {
  const line = (metric: string, value: number) => report({ metric, value, unit: "bytes" });
  for (const { reader, page, bytes } of ours) {
    line(`${reader}_${page}_raw`, bytes.rawBytes);
    line(`${reader}_${page}_gzip`, bytes.gzipBytes);
    line(`${reader}_${page}_script_gzip`, await weighScripts(stack.baseUrl, bytes.html));
  }
  for (const name of bareNames) {
    const { rawBytes, gzipBytes } = await weighPage(next.origin, `/${name}`);
    line(`next_${name.replace("/", "_")}_raw`, rawBytes);
    line(`next_${name.replace("/", "_")}_gzip`, gzipBytes);
  }
  await reportScripts(stack, ours, next, report);
}

async function reportScripts(stack: StackFacts, ours: readonly OurPage[], next: RunningServer, report: Report): Promise<void> {
  const bare = await weighScripts(next.origin, (await weighPage(next.origin, "/fresh/article")).html);
  report({ metric: "next_script_gzip", value: bare, unit: "bytes" });
  const sizes = await Promise.all(
    ours.filter(({ page }) => page === "article").map(({ bytes }) => weighScripts(stack.baseUrl, bytes.html)),
  );
  report({
    metric: "article_script_over_next",
    value: Math.max(...sizes) - bare,
    unit: "bytes",
    bar: scriptBytesOverBare,
    better: "lower",
  });
}
