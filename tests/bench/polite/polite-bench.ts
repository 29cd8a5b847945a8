import { dayMs } from "@/lib/core/clock";
import type { Bench, Report } from "../types";
import { behaviours } from "./behaviours";
import { startPoliteDatabase, storeFeeds } from "./polite-database";
import { type PublisherServer, type SharedClock, startPublishers } from "./publisher-server";
import { runEngine } from "./run-engine";
import { type Breach, makeWatch, type Watch } from "./watch";

/** A Monday, so that skipped days fall at the end of each week. */
const startedAt = new Date("2026-03-02T00:00:00Z");
const days = 14;
const restarts = 20;
/** How often the schedule is looked at; the engine in service looks every second. */
const stepMs = 20 * 60_000;

/** Fourteen days of polling under a moved clock, against publishers that count. */
export const bench: Bench = {
  name: "polite",
  title: `${days} simulated days with ${restarts} restarts against servers that count`,
  run: measure,
};

async function measure(report: Report): Promise<void> {
  const clock: SharedClock = { at: startedAt, restarts: 0, startedAt };
  const { watch, onNextRequest } = listenTo(makeWatch());
  const publishers = await startPublishers(behaviours, clock, watch);
  const database = await startPoliteDatabase();
  try {
    await storeFeeds(behaviours, publishers.urlOf, startedAt, database.db);
    const origins = [...new Set(behaviours.map(publishers.originOf))];
    const rounds = await runEngine({ databaseUrl: database.url, origins, clock, days, restarts, stepMs, onNextRequest });
    reportWatch(watch, rounds, report);
    reportRobots(publishers.askedForRobots, report);
    await reportStore(database.db, report);
  } finally {
    await database.stop();
    await publishers.close();
  }
}

/** Lets one caller wait for the next request that the watch sees. */
function listenTo(watch: Watch): { watch: Watch; onNextRequest: (call: () => void) => void } {
  let waiting: (() => void) | null = null;
  const seen: Watch["seen"] = (request) => {
    watch.seen(request);
    waiting?.();
    waiting = null;
  };
  return {
    watch: { ...watch, seen },
    onNextRequest: (call) => {
      waiting = call;
    },
  };
}

function reportWatch(watch: Watch, rounds: number, report: Report): void {
  const addresses = watch.addresses();
  const withValidators = addresses.filter((address) => address.hasValidators);
  const count = (kind: Breach["kind"]) => watch.breaches.filter((breach) => breach.kind === kind).length;
  for (const { words } of watch.breaches.slice(0, 10)) process.stderr.write(`  ${words}\n`);
  report({ metric: "feeds", value: behaviours.length, unit: "feeds" });
  report({ metric: "rounds", value: rounds, unit: "rounds" });
  report({ metric: "requests", value: addresses.reduce((sum, address) => sum + address.requests, 0), unit: "requests" });
  report({ metric: "addresses that give validators", value: withValidators.length, unit: "addresses" });
  const unconditional = withValidators.map((address) => address.unconditional);
  report({
    metric: "unconditional requests, most of any feed",
    value: Math.max(...unconditional),
    unit: "requests",
    bar: 1,
    better: "lower",
  });
  report({ metric: "unconditional requests, fewest of any feed", value: Math.min(...unconditional), unit: "requests", bar: 1 });
  report({ metric: "validators held back", value: count("unconditional"), unit: "requests", bar: 0, better: "lower" });
  report({ metric: "validators invented", value: count("invented"), unit: "requests", bar: 0, better: "lower" });
  report({ metric: "requests inside a forbidden window", value: count("early"), unit: "requests", bar: 0, better: "lower" });
  report({ metric: "polled again because of a restart", value: count("restart"), unit: "requests", bar: 0, better: "lower" });
  report({ metric: "cookies, referrers, added queries", value: count("baggage"), unit: "requests", bar: 0, better: "lower" });
}

function reportRobots(asked: PublisherServer["askedForRobots"], report: Report): void {
  const isEarly = ({ host, at }: (typeof asked)[number], index: number): boolean =>
    asked.slice(0, index).some((before) => before.host === host && at.getTime() - before.at.getTime() < dayMs);
  report({ metric: "robots.txt asked for", value: asked.length, unit: "requests" });
  report({ metric: "robots.txt asked for twice in a day", value: asked.filter(isEarly).length, unit: "requests", bar: 0, better: "lower" });
}

async function reportStore(db: Awaited<ReturnType<typeof startPoliteDatabase>>["db"], report: Report): Promise<void> {
  const feeds = await db.feed.findMany({ select: { failureCount: true, goneAt: true, formerUrls: true, lastSuccessAt: true } });
  const events = await db.feedEvent.groupBy({ by: ["kind"], _count: true });
  report({
    metric: "feeds never read",
    value: feeds.filter((feed) => feed.lastSuccessAt === null).length,
    unit: "feeds",
    bar: 0,
    better: "lower",
  });
  report({ metric: "feeds withdrawn", value: feeds.filter((feed) => feed.goneAt !== null).length, unit: "feeds", bar: 1 });
  report({ metric: "feeds moved", value: feeds.filter((feed) => feed.formerUrls.length > 0).length, unit: "feeds", bar: 1 });
  for (const { kind, _count } of events) report({ metric: `events: ${kind}`, value: _count, unit: "events" });
  report({ metric: "articles", value: await db.article.count(), unit: "articles" });
}
