import { env } from "@/lib/platform/env";
import { namespaceRefusal, runInNamespace } from "@/tests/support/network-namespace";
import { findChromium } from "../../support/chromium";
import type { Bench, Report } from "../types";
import { type HostileLine, readLines } from "./hostile-lines";

/** Strings that a browser runs when they are shown as they are; fewer would mean that the bench is deaf. */
const rawBar = 200;
/** Of our own strings, without the corpus. */
const ownRawBar = 30;
const grownMiBBar = 64;
const delayRatioBar = 2;
const folder = "tests/bench/hostile";

export const bench: Bench = {
  name: "hostile",
  title: "Attack strings in Chromium, forbidden addresses, and faulty feeds, in a network nothing can leave",
  run: async (report) => {
    const refusal = namespaceRefusal();
    if (refusal) {
      // Attack strings name real hosts: they are not shown where they could reach them.
      process.stderr.write(`skipped: ${refusal}\n`);
      report({ metric: "skipped", value: 1, unit: "runs" });
      return;
    }
    const corpus = env().CORPUS_DIR ?? "";
    if (corpus === "") process.stderr.write("CORPUS_DIR is not set: measuring with the project's own attack strings.\n");
    await runSsrf(corpus, report);
    await runFaults(report);
    if (findChromium()) await runXss(corpus, report);
    else process.stderr.write("attack strings skipped: no Chromium\n");
  },
};

const run = async (program: string, corpus: string): Promise<HostileLine[]> =>
  readLines(await runInNamespace(`${folder}/${program}`, [corpus], 20 * 60_000));

async function runXss(corpus: string, report: Report): Promise<void> {
  const lines = await run("xss-program.ts", corpus);
  for (const line of lines) {
    if (line.kind === "raw") {
      report({ metric: "attack strings", value: line.vectors, unit: "strings" });
      report({ metric: "run raw (control)", value: line.ran, unit: "strings", bar: corpus ? rawBar : ownRawBar, better: "higher" });
    }
    if (line.kind === "printed") {
      report({ metric: "printed feeds", value: line.pages, unit: "feeds" });
      report({ metric: "run through the sinks", value: line.ran, unit: "strings", bar: 0, better: "lower" });
      report({ metric: "active constructs", value: line.constructs, unit: "elements", bar: 0, better: "lower" });
    }
    explain(line);
  }
}

async function runSsrf(corpus: string, report: Report): Promise<void> {
  for (const line of await run("ssrf-program.ts", corpus)) {
    if (line.kind === "guarded") {
      report({ metric: "attempts at forbidden addresses", value: line.attempts, unit: "fetches" });
      report({ metric: "forbidden connections", value: line.badReached, unit: "connections", bar: 0, better: "lower" });
      report({ metric: "forbidden dials", value: line.badDialled, unit: "dials", bar: 0, better: "lower" });
    }
    if (line.kind === "controls") {
      report({ metric: "public controls connected", value: line.connected / line.of, unit: "share", bar: 1, better: "higher" });
    }
    if (line.kind === "unguarded")
      report({ metric: "forbidden connections unguarded (control)", value: line.badReached, unit: "connections", bar: 20 });
    explain(line);
  }
}

async function runFaults(report: Report): Promise<void> {
  const lines = await run("faults-program.ts", "");
  const alone = lines.flatMap((line) => (line.kind === "alone" ? [line.grownAtPeak] : []));
  const outcomes = lines.flatMap((line) => (line.kind === "outcome" ? [line.name] : []));
  report({ metric: "faulty feeds", value: new Set(outcomes).size, unit: "feeds" });
  report({ metric: "growth by the worst document", value: Math.max(...alone), unit: "MiB", bar: grownMiBBar, better: "lower" });
  for (const line of lines) {
    if (line.kind === "group") {
      const ratio = Math.round(line.delay * 100) / 100;
      report({ metric: `growth by ${line.name} faults at once`, value: line.grownAtPeak, unit: "MiB", bar: grownMiBBar, better: "lower" });
      report({ metric: `sound feeds' delay beside ${line.name} faults`, value: ratio, unit: "times", bar: delayRatioBar, better: "lower" });
    }
    if (line.kind === "end") {
      report({ metric: "crashes", value: line.crashes + Number(line.polluted), unit: "faults", bar: 0, better: "lower" });
      report({ metric: "largest parsing process", value: line.childMiB, unit: "MiB" });
    }
    explain(line);
  }
}

/** What each fault came to, and what broke through: for people. */
function explain(line: HostileLine): void {
  if (line.kind === "fault" || line.kind === "outcome" || line.kind === "alone") process.stderr.write(`${JSON.stringify(line)}\n`);
}
