import { expect, vi } from "vitest";
import { enqueue, type JobRequest } from "@/lib/platform/queue";
import type { PrismaClient } from "@/prisma/generated/client";

const endsWithinMs = 45_000;

/** Asks the running worker for a job, and waits until it and everything it asked for in turn are done. @throws when one failed */
export async function workThrough(db: PrismaClient, ...jobs: JobRequest[]): Promise<void> {
  for (const job of jobs) await enqueue(job);
  await vi.waitFor(async () => expect(await unfinished(db)).toEqual([]), { timeout: endsWithinMs, interval: 100 });
  const failed = await db.$queryRaw<{ name: string }[]>`SELECT name FROM pgboss.job WHERE state = 'failed'`;
  expect(failed).toEqual([]);
}

/** Mails and money only: what keeps the paper fresh goes on for ever. */
const unfinished = (db: PrismaClient): Promise<{ name: string }[]> =>
  db.$queryRaw`SELECT name FROM pgboss.job WHERE state IN ('created', 'retry', 'active') AND (name LIKE 'mail.%' OR name LIKE 'billing.%')`;
