import { type Conn, db } from "@/lib/platform/db";
import { queueNames } from "@/lib/platform/queue-settings";
import type { FailedJob, LastRun, QueueLine } from "./job-types";
import { faultWords, payloadWords } from "./job-words";

const failedMax = 100;

/** Every kind of job with how many of it wait, run and failed; those that failed first, then by name. What is done is kept for an hour to a week. */
export async function listQueues(conn: Conn = db): Promise<QueueLine[]> {
  const rows = await conn.$queryRaw<QueueLine[]>`
    SELECT name,
      (count(*) FILTER (WHERE state < 'active' AND start_after <= now()))::int AS waiting,
      (count(*) FILTER (WHERE state < 'active' AND start_after > now()))::int AS later,
      (count(*) FILTER (WHERE state = 'active'))::int AS running,
      (count(*) FILTER (WHERE state = 'failed'))::int AS failed,
      min(start_after) FILTER (WHERE state < 'active' AND start_after <= now()) AS "oldestAt",
      max(completed_on) FILTER (WHERE state = 'completed') AS "doneAt"
    FROM pgboss.job GROUP BY name`;
  const known = new Map(rows.map((row) => [row.name, row]));
  const none = { waiting: 0, later: 0, running: 0, failed: 0, oldestAt: null, doneAt: null };
  const lines = queueNames.toSorted().map((name) => known.get(name) ?? { name, ...none });
  return lines.toSorted((a, b) => Number(b.failed > 0) - Number(a.failed > 0));
}

type FailedRow = { id: string; queue: string; data: unknown; output: unknown; tries: number; failedAt: Date | null };

/** Jobs that failed for good, the newest first; at most 100. @param queue of this kind alone; "" for all */
export async function listFailed(queue: string, conn: Conn = db): Promise<FailedJob[]> {
  const rows = await conn.$queryRaw<FailedRow[]>`
    SELECT id::text, name AS queue, data, output, retry_count + 1 AS tries, completed_on AS "failedAt" FROM pgboss.job
    WHERE state = 'failed' AND (${queue} = '' OR name = ${queue}) ORDER BY completed_on DESC NULLS LAST, id LIMIT ${failedMax}`;
  return rows.map(({ data, output, ...row }) => ({ ...row, about: payloadWords(data), words: faultWords(output) }));
}

/** The job of a kind that was asked for last; null when none is kept. */
export async function findLastRun(queue: string, conn: Conn = db): Promise<LastRun | null> {
  const [row] = await conn.$queryRaw<{ state: string; createdAt: Date; endedAt: Date | null; output: unknown }[]>`
    SELECT state::text, created_on AS "createdAt", completed_on AS "endedAt", output FROM pgboss.job
    WHERE name = ${queue} ORDER BY created_on DESC LIMIT 1`;
  if (!row) return null;
  const { output, ...run } = row;
  return { ...run, words: faultWords(output) };
}
