import { spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as delay } from "node:timers/promises";
import { draftFeedKillably } from "@/lib/articles/draft-gateway";
import { draftTitleOf } from "@/lib/articles/draft-title";
import { fetchFeed } from "@/lib/feeds/feed-gateway";
import { stopFeedLanes } from "@/lib/feeds/feed-lane-gateway";
import { makeFeed } from "../../unit/articles/make-draft";
import { median } from "../_bed/median";
import { childrenBytes } from "./children-memory";
import { faultDocuments } from "./fault-documents";

/**
 * Run in a network namespace: fetches and reads every faulty feed of the table beside sound ones, through the
 * gateways a poll uses, and says what came of each, what memory it cost and how long sound feeds took meanwhile.
 */
const servers = ["sound-server.ts", "fault-server.ts"].map((file) =>
  spawn(process.execPath, ["--import", "tsx", `tests/bench/hostile/${file}`], { stdio: ["ignore", "pipe", "inherit"] }),
);
await Promise.all(servers.map(({ stdout }) => once(stdout, "data")));
const say = (line: object) => process.stdout.write(`${JSON.stringify(line)}\n`);

const hosts = ["slow-drip", "redirect-loop", "redirect-six", "redirect-private", "big-with-length", "big-without-length", "big-gzip"];
const moreHosts = [
  "gzip-bomb",
  "gzip-gzip",
  "broken-gzip",
  "not-gzip",
  "brotli-bomb",
  "long-headers",
  "cut-off",
  "status-500",
  "status-429",
];
const networkFaults: Record<string, string> = {
  ...Object.fromEntries([...hosts, ...moreHosts].map((name) => [name, `http://${name}.public.example/`])),
  "headers that never end": "http://198.41.0.21:8080/",
  silence: "http://198.41.0.22:8080/",
  "a lying length": "http://198.41.0.23:8080/",
  "reset at once": "http://198.41.0.24:8080/",
  "another protocol": "http://198.41.0.25:8080/",
  "nobody listens": "http://198.41.0.26:8443/",
  "no such name": "http://missing.dns.example/",
  "failing name server": "http://failing.dns.example/",
  "silent name server": "http://silent.dns.example/",
  "60 addresses": "http://many.dns.example/",
};
const documentFaults = Object.fromEntries(
  Object.keys(faultDocuments).map((name, at) => [name, `http://d${at}.public.example/${encodeURIComponent(name)}`]),
);

const title = draftTitleOf(makeFeed());

let crashes = 0;
process.on("unhandledRejection", () => {
  crashes += 1;
});
process.on("uncaughtException", () => {
  crashes += 1;
});

/** One poll's way from the wire to entries. */
async function poll(url: string): Promise<string> {
  try {
    const fetched = await fetchFeed({ url, etag: null, lastModified: null, validatorsUrl: null });
    if (!fetched.ok) return fetched.error.kind;
    if (fetched.value.kind !== "body") return fetched.value.kind;
    const { bytes, contentType, finalUrl } = fetched.value;
    const options = { contentType, url: finalUrl, firstSeenAt: new Date() };
    const read = await draftFeedKillably({ bytes, options, title });
    return read.ok ? `${read.value.entries} entries` : read.error.kind;
  } catch (fault) {
    crashes += 1;
    return `threw ${String(fault).slice(0, 200)}`;
  }
}

/** Sound feeds of hosts of their own, eight at a time; how long each took from being started. */
async function pollSound(round: string): Promise<number[]> {
  const tookMs: number[] = [];
  const urls = Array.from({ length: 200 }, (_, at) => `http://sound-${round}-${at}.public.example/`);
  const next = async (): Promise<void> => {
    for (let url = urls.pop(); url !== undefined; url = urls.pop()) {
      const startedAt = performance.now();
      await poll(url);
      tookMs.push(performance.now() - startedAt);
      await delay(5);
    }
  };
  await Promise.all(Array.from({ length: 8 }, next));
  return tookMs;
}

async function pollFaults(faults: Record<string, string>): Promise<void> {
  await Promise.all(
    Object.entries(faults).map(async ([name, url]) => {
      const startedAt = performance.now();
      const outcome = await poll(url);
      say({ kind: "outcome", name, outcome, ms: Math.round(performance.now() - startedAt) });
    }),
  );
}

const mebibytes = (bytes: number): number => Math.round(bytes / 1_048_576);
const rss = () => process.memoryUsage.rss();
let peak = 0;
let childrenPeak = 0;
const watch = setInterval(() => {
  peak = Math.max(peak, rss());
  childrenPeak = Math.max(childrenPeak, ...childrenBytes(servers.map(({ pid }) => pid)));
}, 10);

/**
 * What sound feeds are beside is over within a second, in which the machine may do something else: of many rounds the middle
 * one counts. One with network faults lasts until the last of them is given up.
 */
const rounds = { network: 3, document: 9 };

async function measure(name: keyof typeof rounds, faults: Record<string, string>): Promise<void> {
  const all: Round[] = [];
  for (let round = 0; round < rounds[name]; round += 1) all.push(await measureRound(`${name}-${round}`, faults));
  const grownAtPeak = Math.max(...all.map((round) => round.grownAtPeak));
  say({ kind: "group", name, grownAtPeak, delay: median(all.map((round) => round.delay)) });
}

type Round = { grownAtPeak: number; delay: number };

async function measureRound(name: string, faults: Record<string, string>): Promise<Round> {
  const calm = await pollSound(`calm-${name}`);
  globalThis.gc?.();
  await delay(200);
  const before = rss();
  peak = before;
  const running = pollFaults(faults);
  const beside = await pollSound(name);
  await running;
  const grownAtPeak = mebibytes(peak - before);
  globalThis.gc?.();
  await delay(500);
  return { grownAtPeak, delay: mean(beside) / mean(calm) };
}

/** What each faulty document costs by itself, on a parser that has read sound feeds. */
async function measureAlone(faults: Record<string, string>): Promise<void> {
  for (const [name, url] of Object.entries(faults)) {
    globalThis.gc?.();
    await delay(100);
    const before = rss();
    peak = before;
    await poll(url);
    say({ kind: "alone", name, grownAtPeak: mebibytes(peak - before) });
  }
}

const mean = (values: number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

await pollSound("warm");
await measureAlone(documentFaults);
await measure("network", networkFaults);
await measure("document", documentFaults);
say({ kind: "end", crashes, childMiB: mebibytes(childrenPeak), polluted: "polluted" in {} });
clearInterval(watch);
await stopFeedLanes();
for (const server of servers) server.kill("SIGKILL");
process.exit(0);
