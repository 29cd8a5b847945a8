import { notFound, refuse, type StaffRefusal } from "@/lib/accounts/staff-refusal";
import { recordAct } from "@/lib/audit/audit-store";
import type { AuditActor, AuditFacts } from "@/lib/audit/types";
import { ok, type Result } from "@/lib/core/result";
import { inTransaction, type Tx } from "@/lib/platform/db";
import { dropJobs, enqueue, retryJobs } from "@/lib/platform/queue";
import { type QueueName, queueNames } from "@/lib/platform/queue-settings";

type Done<Value> = Promise<Result<Value, StaffRefusal>>;
type JobDeed = { actor: AuditActor; queue: string; now: Date };

const retriedMax = 1_000;

/** Runs a failed job again. */
export function retryJob(jobId: string, deed: JobDeed): Done<void> {
  return onQueue(deed, async (name, tx) => {
    if (!(await isFailed(name, jobId, tx))) return notFound;
    const [id] = await findRetryable(name, jobId, tx);
    if (id === undefined) return refuse("conflict", "Another one of its kind waits or runs already, and does the same: drop this one.");
    await retryJobs(name, [id], tx);
    await keep("job.retry", { before: { state: "failed" }, after: { state: "retry", jobs: 1, job: id } }, deed, tx);
    return ok(undefined);
  });
}

/** Runs every failed job of a kind again; of those that would do the same one alone. @returns how many */
export function retryQueue(deed: JobDeed): Done<number> {
  return onQueue(deed, async (name, tx) => {
    const ids = await findRetryable(name, null, tx);
    if (ids.length === 0) return refuse("conflict", "There is nothing of this kind that could be tried again.");
    await retryJobs(name, ids, tx);
    await keep("job.retry", { before: { state: "failed" }, after: { state: "retry", jobs: ids.length } }, deed, tx);
    return ok(ids.length);
  });
}

/** Takes a failed job away: what it should have done stays undone. */
export function dropJob(jobId: string, deed: JobDeed): Done<void> {
  return onQueue(deed, async (name, tx) => {
    if (!(await isFailed(name, jobId, tx))) return notFound;
    await dropJobs(name, [jobId], tx);
    await keep("job.drop", { before: { state: "failed", job: jobId }, after: null }, deed, tx);
    return ok(undefined);
  });
}

/** Has the log of acts checked now. */
export function askForCheck(actor: AuditActor, now: Date): Done<void> {
  return inTransaction(async (tx) => {
    const isNew = await enqueue({ name: "audit.verify", data: {}, key: "audit" }, tx);
    if (!isNew) return refuse("conflict", "The log is being checked already.");
    await recordAct({ actor, act: "log.verify", subject: { kind: "log", id: "audit" }, before: null, after: null }, now, tx);
    return ok(undefined);
  });
}

function onQueue<Value>({ queue }: JobDeed, work: (name: QueueName, tx: Tx) => Done<Value>): Done<Value> {
  const name = queueNames.find((each) => each === queue);
  return name ? inTransaction((tx) => work(name, tx)) : Promise.resolve(notFound);
}

async function isFailed(name: QueueName, jobId: string, tx: Tx): Promise<boolean> {
  const rows = await tx.$queryRaw<object[]>`
    SELECT 1 FROM pgboss.job WHERE name = ${name} AND id = ${jobId}::uuid AND state = 'failed' FOR UPDATE`;
  return rows.length > 0;
}

/**
 * Failed jobs that may be tried again: an `exclusive` queue holds one waiting or running job a key, so of those with one
 * key the newest, and none where another is under way. @param jobId this one alone; null for all
 */
async function findRetryable(name: QueueName, jobId: string | null, tx: Tx): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT ON (CASE WHEN f.policy = 'exclusive' THEN coalesce(f.singleton_key, '') ELSE f.id::text END) f.id::text
    FROM pgboss.job f
    WHERE f.name = ${name} AND f.state = 'failed' AND (${jobId}::uuid IS NULL OR f.id = ${jobId}::uuid)
      AND NOT (f.policy = 'exclusive' AND EXISTS (SELECT FROM pgboss.job o WHERE o.name = f.name AND o.state <= 'active'
        AND coalesce(o.singleton_key, '') = coalesce(f.singleton_key, '')))
    ORDER BY (CASE WHEN f.policy = 'exclusive' THEN coalesce(f.singleton_key, '') ELSE f.id::text END), f.created_on DESC LIMIT ${retriedMax}`;
  return rows.map(({ id }) => id);
}

function keep(act: string, facts: { before: AuditFacts | null; after: AuditFacts | null }, deed: JobDeed, tx: Tx): Promise<number> {
  return recordAct({ actor: deed.actor, act, subject: { kind: "queue", id: deed.queue }, ...facts }, deed.now, tx);
}
