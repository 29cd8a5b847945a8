import { openEngine } from "@/lib/stories/engine/open-engine";
import { makeArticles } from "./make-articles";

/** Runs an engine over made-up articles and prints, at each mark, what the last ones cost and what the process holds. */
const [windowText = "100000", marksText = "10000,300000", sampleText = "5000"] = process.argv.slice(2);
const [windowArticles, sample] = [Number(windowText), Number(sampleText)];
const marks = marksText.split(",").map(Number);
const windowHours = 72;

run();

function run(): void {
  let nextKey = 0;
  const engine = openEngine({ newKey: () => ++nextKey });
  const articles = makeArticles({ seed: 7, everyMs: (windowHours * 3_600_000) / windowArticles });
  let passed = 0;
  const pass = (count: number): number => {
    let usedMs = 0;
    for (let done = 0; done < count; done += 1) {
      const article = articles.next().value;
      const beganAt = process.cpuUsage();
      engine.add(article);
      const used = process.cpuUsage(beganAt);
      usedMs += (used.user + used.system) / 1_000;
      passed += 1;
    }
    return usedMs;
  };
  for (const mark of marks) {
    pass(mark - sample - passed);
    const cpuMs = pass(sample) / sample;
    globalThis.gc?.();
    const { rss, heapUsed } = process.memoryUsage();
    process.stdout.write(`${JSON.stringify({ passed, cpuMs, rssBytes: rss, heapBytes: heapUsed, stories: nextKey })}\n`);
  }
}
