import type { PgBoss } from "@/lib/platform/queue";
import type { QueueName } from "@/lib/platform/queue-settings";
import type { WorkerContext } from "./context";
import { type Payload, payloads } from "./payloads";

type Delivery<Name extends QueueName> = { payload: Payload<Name>; attempt: number };

/** How a queue is worked on: how many loops, how many jobs at a time, how long between two looks, loops one group may hold. */
type Pace = { loops: number; batch: number; everySec: number; perGroup?: number };

/** Tells a handler that its whole batch is done together; any other gets its jobs one by one. */
type Handler<Name extends QueueName> = (jobs: Delivery<Name>[]) => Promise<void>;

/** Puts a handler on a queue. */
export type On = <Name extends QueueName>(name: Name, pace: Pace, handler: Handler<Name>) => Promise<void>;

/** A handler that gets its jobs one by one. */
export function each<Name extends QueueName>(handle: (job: Delivery<Name>) => Promise<void>): Handler<Name> {
  return async (jobs) => {
    for (const job of jobs) await handle(job);
  };
}

/** Works on a queue; a job that fails is logged and stays with the queue. */
export async function workOn<Name extends QueueName>(
  boss: PgBoss,
  name: Name,
  pace: Pace,
  handler: Handler<Name>,
  context: WorkerContext,
): Promise<void> {
  const options = {
    localConcurrency: pace.loops,
    batchSize: pace.batch,
    pollingIntervalSeconds: pace.everySec,
    ...(pace.perGroup !== undefined && { localGroupConcurrency: pace.perGroup }),
    includeMetadata: true,
  } as const;
  await boss.work<unknown, void, typeof options>(name, options, async (jobs) => {
    try {
      await handler(jobs.map((job) => ({ payload: readPayload(name, job.data), attempt: job.retryCount })));
    } catch (cause) {
      context.log.error({ job: name, err: cause }, "a job failed");
      throw cause;
    }
  });
}

/** @throws ZodError for a payload that no version of ours wrote: the job fails and stays to be looked at */
function readPayload<Name extends QueueName>(name: Name, data: unknown): Payload<Name> {
  return payloads[name].parse(data) as Payload<Name>;
}
