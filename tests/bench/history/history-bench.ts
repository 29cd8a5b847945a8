import { rm } from "node:fs/promises";
import pg from "pg";
import { env } from "@/lib/platform/env";
import { makeTempFolder } from "@/lib/platform/temp-folder";
import type { Bench, Report } from "../types";
import { countedByServer, countWrites } from "./count-writes";
import { makeHistory } from "./generated-history";
import { startHistoryDatabase } from "./history-database";
import { readRecordedHistory } from "./recorded-history";
import { type Replay, replay } from "./replay";
import { measureRereading } from "./reread";
import { countInSeveralFeeds, type HistoryTally, tallyHistory } from "./tally";
import type { Expected, History } from "./types";

export const bench: Bench = {
  name: "history",
  title: "Snapshots of feeds replayed in the order of time through the production pipeline",
  run: async (report) => {
    const scratch = await makeTempFolder("broadsheet-snapshots-");
    try {
      const corpus = env().CORPUS_DIR;
      const recorded = corpus ? readRecordedHistory(corpus, scratch) : null;
      if (!recorded) process.stderr.write("No recorded history in CORPUS_DIR: measuring on a generated one alone.\n");
      for (const history of [makeHistory(), ...(recorded ? [recorded] : [])]) await measure(history, report);
      if (corpus) await measureRereading(corpus, report);
    } finally {
      await rm(scratch, { recursive: true, force: true });
    }
  },
};

const writtenTables = ["article", "revision", "article_picture", "article_author", "author", "media", "article_body", "feed_event"];

async function measure(history: History, report: Report): Promise<void> {
  const database = await startHistoryDatabase();
  try {
    const writes = await countWrites(database.pool);
    const startedAt = performance.now();
    const done = await replay(history, database.db, writes);
    const seconds = (performance.now() - startedAt) / 1_000;
    await database.closeClients();
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    const tally = await tallyHistory(client);
    const inSeveralFeeds = await countInSeveralFeeds(client, done.feedsOfGuid);
    const byServer = await countedByServer(client, writtenTables);
    await client.end();
    reportTally(history, { tally, inSeveralFeeds, done }, report);
    const byTrigger = writtenTables.reduce((sum, table) => sum + (writes.total().get(table) ?? 0), 0);
    report({
      metric: `${history.name}: rows that Postgres counted beside ours`,
      value: Math.abs(byServer - byTrigger),
      unit: "rows",
      bar: 0,
      better: "lower",
    });
    report({ metric: `${history.name}: time`, value: Math.round(seconds), unit: "s", bar: 180, better: "lower" });
  } finally {
    await database.closeClients().catch(() => undefined);
    await database.stop();
  }
}

type Outcome = { tally: HistoryTally; inSeveralFeeds: number; done: Replay };

/** Every figure beside how far it is from what is expected; the bars allow no difference. */
function reportTally(history: History, { tally, inSeveralFeeds, done }: Outcome, report: Report): void {
  const figures: Record<keyof Expected, number> = {
    articles: tally.articles,
    articlesInSeveralFeeds: inSeveralFeeds,
    retitled: tally.retitled,
    redescribed: tally.redescribed,
    redated: tally.redated,
    unchangedPolls: done.unchangedPolls,
  };
  report({ metric: `${history.name}: polls`, value: done.polls, unit: "polls" });
  report({ metric: `${history.name}: polls that failed`, value: done.failed, unit: "polls", bar: 0, better: "lower" });
  for (const [name, bar] of Object.entries(history.expected)) {
    report({ metric: `${history.name}: ${name}`, value: new Map(Object.entries(figures)).get(name) ?? 0, unit: "count", bar });
  }
  const off = Object.entries(history.expected).reduce(
    (sum, [name, value]) => sum + Math.abs(value - (new Map(Object.entries(figures)).get(name) ?? 0)),
    0,
  );
  report({ metric: `${history.name}: off the expected figures`, value: off, unit: "count", bar: 0, better: "lower" });
  report({ metric: `${history.name}: feeds held back as a flood`, value: tally.quarantines, unit: "feeds", bar: 0, better: "lower" });
  const idle = [...done.idleWrites.values()].reduce((sum, rows) => sum + rows, 0);
  report({ metric: `${history.name}: rows written by unchanged polls`, value: idle, unit: "rows", bar: 0, better: "lower" });
}
