import { fromPrisma, PgBoss } from "pg-boss";
import type { Tx } from "./db";
import { env } from "./env";
import { type QueueName, queueNames, queueSettings } from "./queue-settings";
import type { Sql } from "./sql";

export type { PgBoss } from "pg-boss";

/** One job to run later: ids, never copies. */
export type JobRequest = {
  name: QueueName;
  data: object;
  /** Of jobs with one key in a `short` or `exclusive` queue only one waits. */
  key?: string;
  /** Jobs of one group run one after another. */
  group?: string;
  delaySec?: number;
};

// Next reloads modules in development; one connection must outlive them.
const holder = globalThis as typeof globalThis & { broadsheetQueue?: Promise<PgBoss> };

/**
 * Starts the queue on a database and makes its queues. A worker's also watches over lost and expired jobs;
 * any other only sends.
 *
 * @param options.onError told of faults in the background; without a listener they would end the process
 */
export async function startQueue(options: {
  connectionString: string;
  isWorker: boolean;
  onError: (error: Error) => void;
}): Promise<PgBoss> {
  const boss = new PgBoss({
    connectionString: options.connectionString,
    application_name: options.isWorker ? "broadsheet worker" : "broadsheet sender",
    max: options.isWorker ? 6 : 2,
    supervise: options.isWorker,
    schedule: false,
    superviseIntervalSeconds: 10,
    monitorIntervalSeconds: 10,
  });
  boss.on("error", options.onError);
  await boss.start();
  for (const name of queueNames) await boss.createQueue(name, queueSettings[name]);
  return boss;
}

/** Makes a started queue the one {@link enqueue} sends through; a worker does it with its own. */
export function adoptQueue(boss: PgBoss): void {
  holder.broadsheetQueue = Promise.resolve(boss);
}

/** Closes the process's queue, letting running jobs end within `drainMs`. */
export async function stopQueue(drainMs = 0): Promise<void> {
  const running = holder.broadsheetQueue;
  // Jobs still ending may enqueue others: the queue stays the shared one until it has stopped.
  if (running) await (await running).stop({ graceful: drainMs > 0, timeout: Math.max(1_000, drainMs), close: true });
  holder.broadsheetQueue = undefined;
}

/**
 * Enqueues a job; inside `tx` it exists only if the transaction commits, so rows and jobs are never apart.
 *
 * @returns false when a job with its key was waiting already
 */
export async function enqueue(job: JobRequest, tx?: Tx): Promise<boolean> {
  const boss = await sharedQueue();
  const id = await boss.send(job.name, job.data, {
    ...(job.key === undefined ? {} : { singletonKey: job.key }),
    ...(job.group === undefined ? {} : { group: { id: job.group } }),
    ...(job.delaySec === undefined ? {} : { startAfter: job.delaySec }),
    ...(tx ? { db: fromPrisma(tx) } : {}),
  });
  return id !== null;
}

/**
 * Enqueues any number of jobs with one statement for each queue; inside `conn`'s transaction they exist only if it
 * commits. A job whose key is waiting already is left out.
 */
export async function enqueueAll(jobs: readonly JobRequest[], conn?: Sql): Promise<void> {
  const boss = await sharedQueue();
  for (const [name, group] of Map.groupBy(jobs, (job) => job.name)) {
    const rows = group.map((job) => ({
      data: job.data,
      ...(job.key === undefined ? {} : { singletonKey: job.key }),
      ...(job.group === undefined ? {} : { group: { id: job.group } }),
      ...(job.delaySec === undefined ? {} : { startAfter: job.delaySec }),
    }));
    await boss.insert(name, rows, conn ? { db: keepingPlan(name, conn) } : {});
  }
}

/** A queue's statement is one text and its long plan always the same. */
const keepingPlan = (name: QueueName, conn: Sql) => ({
  executeSql: async (text: string, values?: unknown[]) => conn.query(`/* keep ${name.replace(".", " ")} */ ${text}`, values),
});

/** Has failed jobs run again; inside `tx` only if it commits. */
export async function retryJobs(name: QueueName, ids: string[], tx: Tx): Promise<void> {
  await (await sharedQueue()).retry(name, ids, { db: fromPrisma(tx) });
}

/** Takes jobs away; inside `tx` only if it commits. */
export async function dropJobs(name: QueueName, ids: string[], tx: Tx): Promise<void> {
  await (await sharedQueue()).deleteJob(name, ids, { db: fromPrisma(tx) });
}

function sharedQueue(): Promise<PgBoss> {
  holder.broadsheetQueue ??= startSender();
  return holder.broadsheetQueue;
}

async function startSender(): Promise<PgBoss> {
  const connectionString = env().DATABASE_URL;
  if (!connectionString) throw new Error("DATABASE_URL is not set: there is no queue to send to.");
  return startQueue({ connectionString, isWorker: false, onError: () => undefined });
}
