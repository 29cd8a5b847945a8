import { execFile } from "node:child_process";
import { rm } from "node:fs/promises";
import { performance } from "node:perf_hooks";
import { promisify } from "node:util";
import type pg from "pg";
import { bodyKey } from "@/lib/articles/body-proof";
import { createDb, sharedPool } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";
import { migrate } from "@/lib/platform/migrations/migrate";
import { startEmbeddedPostgres } from "@/lib/platform/postgres/embedded-postgres";
import { keepBodyKey } from "@/lib/platform/postgres/web-role";
import { makeTempFolder } from "@/lib/platform/temp-folder";
import { listRelatedRows } from "@/lib/stories/related-store";
import { listTopRows } from "@/lib/stories/top-store";
import type { PrismaClient } from "@/prisma/generated/client";
import { testSecret } from "../../support/test-secret";
import type { Bench, Report } from "../types";
import { fillStore } from "./fill-store";
import { PageCosts } from "./page-costs";
import { explainQuery, watchQueries } from "./watch-queries";

const size = { articles: 1_000_000, stories: 300_000, bigStory: 200 };
const readsEach = 2_000;
const readsARound = 50;

export const bench: Bench = {
  name: "reads",
  title: "related, top and story page over 1,000,000 articles in 300,000 stories",
  run: async (report) => {
    const dataDir = await makeTempFolder("broadsheet-reads-");
    const server = await startEmbeddedPostgres({ dataDir, database: "reads", volatile: true });
    Object.assign(env(), { AUTH_SECRET: testSecret, DATABASE_URL: server.url });
    await migrate(server.url);
    await keepBodyKey(server.url, bodyKey(testSecret));
    const db = createDb(server.url, 4);
    Object.assign(globalThis, { broadsheetDb: db });
    try {
      const beganMs = performance.now();
      await fillStore(sharedPool(), size);
      report({ metric: "filling", value: round((performance.now() - beganMs) / 1_000), unit: "s" });
      await measureReads(db, sharedPool(), report);
      await measurePages(server.url, report);
    } finally {
      await db.$disconnect();
      await server.stop();
      await rm(dataDir, { recursive: true, force: true });
    }
  },
};

const round = (value: number): number => Math.round(value * 1_000) / 1_000;

async function measureReads(db: PrismaClient, pool: pg.Pool, report: Report): Promise<void> {
  const editions = ["en", "en-GB", "en-US", "en-IN"] as const;
  const sections = ["all", "world", "sport", "health"] as const;
  const reads = {
    related: (index: number, conn: Parameters<typeof listRelatedRows>[2]) =>
      listRelatedRows(1 + ((index * 7_919) % size.articles), 12, conn),
    top: (index: number, conn: Parameters<typeof listTopRows>[1]) =>
      listTopRows({ edition: editions[index % 4] ?? "en", section: sections[(index >> 2) % 4] ?? "all", take: 12 }, conn),
  };
  for (const [name, read] of Object.entries(reads)) {
    const { conn, sent } = watchQueries(db);
    const rows = await read(3, conn);
    report({ metric: `${name}: rows`, value: rows.length, unit: "rows", bar: 8 });
    report({ metric: `${name}: queries`, value: sent.length, unit: "queries", bar: 1, better: "lower" });
    const explained = await Promise.all(sent.map((query) => explainQuery(query, pool)));
    const whole = explained.flatMap(({ wholeReads }) => wholeReads);
    report({ metric: `${name}: tables read whole`, value: whole.length, unit: "tables", bar: 0, better: "lower" });
    report({ metric: `${name}: the server's part`, value: round(explained.reduce((sum, { serverMs }) => sum + serverMs, 0)), unit: "ms" });
    const rounds = await timeReads((index) => read(index, db));
    const medians = rounds.map((times) => quantile(times, 0.5));
    report({ metric: `${name}: median of the quietest round`, value: Math.min(...medians), unit: "ms", bar: 2, better: "lower" });
    report({ metric: `${name}: median of all`, value: quantile(rounds.flat(), 0.5), unit: "ms" });
    report({ metric: `${name}: p95 of all`, value: quantile(rounds.flat(), 0.95), unit: "ms" });
  }
}

/** Milliseconds of each read, in rounds so short that some fall between what else the machine does. */
async function timeReads(read: (index: number) => Promise<unknown>): Promise<number[][]> {
  for (let index = 0; index < 300; index += 1) await read(index * 3);
  const rounds: number[][] = [];
  for (let index = 0; index < readsEach; index += 1) {
    const beganMs = performance.now();
    await read(index);
    const round = Math.floor(index / readsARound);
    rounds[round] = [...(rounds[round] ?? []), performance.now() - beganMs];
  }
  return rounds;
}

const quantile = (times: readonly number[], share: number): number =>
  round(times.toSorted((a, b) => a - b)[Math.floor((times.length - 1) * share)] ?? 0);

/** Pages are printed by a process of their own: React's build for production is chosen before anything is loaded. */
async function measurePages(url: string, report: Report): Promise<void> {
  const { stdout } = await promisify(execFile)(process.execPath, ["--import", "tsx", "tests/bench/reads/pages-program.ts"], {
    env: { NODE_ENV: "production", DATABASE_URL: url, AUTH_SECRET: testSecret },
  });
  const cpu = PageCosts.parse(JSON.parse(stdout));
  report({ metric: "article page", value: round(cpu.article.kept), unit: "ms CPU" });
  report({ metric: "story page of 200 articles", value: round(cpu.story.kept), unit: "ms CPU" });
  report({ metric: "story page to article page", value: round(cpu.story.kept / cpu.article.kept), unit: "×", bar: 1.3, better: "lower" });
  report({ metric: "article page, nothing remembered", value: round(cpu.article.anew), unit: "ms CPU" });
  report({ metric: "story page of 200 articles, nothing remembered", value: round(cpu.story.anew), unit: "ms CPU" });
}
