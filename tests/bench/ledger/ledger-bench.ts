import { readFile, rm } from "node:fs/promises";
import path from "node:path";
import pg from "pg";
import { z } from "zod";
import { migrate } from "@/lib/platform/migrations/migrate";
import { startEmbeddedPostgres } from "@/lib/platform/postgres/embedded-postgres";
import { makeTempFolder } from "@/lib/platform/temp-folder";
import type { Bench, Report } from "../types";
import { fillBooks, type House } from "./fill-books";
import { type Ran, runCommand } from "./run-command";

const house: House = { secret: "s".repeat(40), members: 10_000, readsEach: 100, titles: 120, articles: 20_000 };
const refundedEach = 100;

export const bench: Bench = {
  name: "ledger",
  title: "a month of 1,000,000 reads by 10,000 members is closed, and the books are checked",
  run: async (report) => {
    const dataDir = await makeTempFolder("broadsheet-ledger-");
    // As it runs for real: what is committed is on the disk.
    const server = await startEmbeddedPostgres({ dataDir, database: "ledger" });
    const pool = new pg.Pool({ connectionString: server.url, max: 1, options: "-c timezone=UTC" });
    try {
      await migrate(server.url);
      await fillBooks(pool, house);
      await measure({ url: server.url, pool, serverPid: await readServerPid(pool) }, report);
    } finally {
      await pool.end();
      await server.stop();
      await rm(dataDir, { recursive: true, force: true });
    }
  },
};

type Bed = { url: string; pool: pg.Pool; serverPid: number };

/** September brings payments, a pool and refunds into the books; October is what is measured. */
async function measure(bed: Bed, report: Report): Promise<void> {
  const run = (...args: string[]) => runCommand(["payouts", ...args], { DATABASE_URL: bed.url, AUTH_SECRET: house.secret }, bed.serverPid);
  const expectDone = async (ran: Ran): Promise<Ran> => {
    if (ran.code !== 0) throw new Error(`broadsheet ended with ${ran.code}: ${ran.output}`);
    return ran;
  };
  await expectDone(await run("close", "--month", "2026-09"));
  await bed.pool.query("UPDATE invoice SET status = 'refunded' WHERE id % $1 = 0 AND paid_at < '2026-10-01'", [refundedEach]);
  const bytesBefore = await readBytes(bed.pool);
  const closed = await expectDone(await run("close", "--month", "2026-10"));
  report({
    metric: "reads",
    value: await countRows(bed.pool, "SELECT count(*)::int AS count FROM article_read"),
    unit: "reads",
    bar: 1_000_000,
  });
  report({
    metric: "reads that counted",
    value: await countRows(bed.pool, "SELECT count(*)::int AS count FROM receipt_read"),
    unit: "reads",
  });
  report({
    metric: "members",
    value: await countRows(bed.pool, "SELECT members AS count FROM payout_month WHERE month = '2026-10'"),
    unit: "members",
    bar: house.members,
  });
  report({ metric: "closing", value: Math.round(closed.wallMs / 100) / 10, unit: "s", bar: 60, better: "lower" });
  report({ metric: "CPU of the process", value: Math.round(closed.cpuSec), unit: "s" });
  report({ metric: "CPU of Postgres", value: Math.round(closed.serverCpuSec), unit: "s" });
  report({ metric: "memory of the process", value: Math.round(closed.peakMb), unit: "MB", bar: 500, better: "lower" });
  report({ metric: "memory of Postgres", value: Math.round(closed.serverMb), unit: "MB" });
  report({ metric: "disk", value: Math.round(((await readBytes(bed.pool)) - bytesBefore) / 1e6), unit: "MB" });
  const entries = await countRows(bed.pool, "SELECT count(*)::int AS count FROM ledger_entry");
  report({ metric: "entries in the books", value: entries, unit: "entries" });
  await measureAgain(run, bed, report);
}

/** The same command again changes nothing, and the books hold. */
async function measureAgain(run: (...args: string[]) => Promise<Ran>, bed: Bed, report: Report): Promise<void> {
  const before = await readDigest(bed.pool);
  const again = await run("close", "--month", "2026-10");
  const isSame = again.code === 0 && (await readDigest(bed.pool)) === before;
  report({ metric: "closing again changed", value: isSame ? 0 : 1, unit: "books", bar: 0, better: "lower" });
  const check = await run("check");
  const broken = check.output.split("\n").filter((line) => line.startsWith("BROKEN")).length;
  const held = check.output.split("\n").filter((line) => line.startsWith("holds")).length;
  report({ metric: "rules of the books that are broken", value: broken, unit: "rules", bar: 0, better: "lower" });
  report({ metric: "rules of the books that hold", value: held, unit: "rules", bar: 1 });
  report({ metric: "checking", value: Math.round(check.wallMs / 100) / 10, unit: "s" });
}

const Count = z.object({ count: z.number() });

async function countRows(pool: pg.Pool, query: string): Promise<number> {
  return Count.parse((await pool.query(query)).rows[0]).count;
}

async function readBytes(pool: pg.Pool): Promise<number> {
  return countRows(pool, "SELECT pg_database_size(current_database())::float8 AS count");
}

/** All amounts of the books in one text. */
async function readDigest(pool: pg.Pool): Promise<string> {
  const { rows } = await pool.query(`SELECT account, publisher_id, currency, count(*), sum(amount_minor), max(transfer_id) FROM ledger_entry
    GROUP BY account, publisher_id, currency ORDER BY account, publisher_id, currency`);
  return JSON.stringify(rows);
}

/** The first line of the server's own file. Source: PostgreSQL, "Database File Layout", postmaster.pid */
async function readServerPid(pool: pg.Pool): Promise<number> {
  const { rows } = await pool.query<{ data_directory: string }>("SHOW data_directory");
  const text = await readFile(path.join(rows[0]?.data_directory ?? "", "postmaster.pid"), "utf8").catch(() => "0");
  return Number(text.split("\n")[0]);
}
