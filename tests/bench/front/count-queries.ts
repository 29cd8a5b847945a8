import { setTimeout as delay } from "node:timers/promises";
import type { PrismaClient } from "@/prisma/generated/client";

/** A backend says what it did at most once a second, and later when it has nothing to do. */
const settledMs = 3_000;

/**
 * Statements that the database ran for some work, by its own count of transactions: each statement of a page is one.
 * What else the database did meanwhile counts too, so the figure is at most too high.
 */
export async function countQueries(db: PrismaClient, work: () => Promise<unknown>): Promise<number> {
  const before = await readCount(db);
  await work();
  return (await readCount(db)) - before;
}

async function readCount(db: PrismaClient): Promise<number> {
  await delay(settledMs);
  const rows = await db.$queryRaw<{ count: bigint }[]>`
    SELECT xact_commit + xact_rollback AS count FROM pg_stat_database WHERE datname = current_database()`;
  return Number(rows[0]?.count ?? 0);
}
