import { serialize } from "node:v8";
import { Worker } from "node:worker_threads";
import { processFile } from "@/lib/platform/process-file";
import { ChildArguments, type ChildMessage } from "./child-message";

/** A feed of 10 MiB, the largest that is read, comes to less; one whose parts repeat without end does not reach us. */
const answerBytesMax = 32 * 1_048_576;

/**
 * The whole of a killable process's file besides its handler: answers each document the pool sends with what the
 * handler makes of it. A handler that throws costs its own document; the process goes on. Must be called once, at
 * the top level of the file that `makeKillablePool` names, and does nothing outside a process of the pool.
 *
 * @param handle takes and returns what structured clone can carry: no functions, no class instances of ours
 */
export function serveKillable<In, Out>(handle: (input: In) => Out | Promise<Out>): void {
  const stated = ChildArguments.safeParse(process.argv.slice(2));
  if (!stated.success) return;
  const [, rssBytesMax, cpuMsMax] = stated.data;
  const { begunAt, rssBytes } = watchFromAside({ rssBytesMax, cpuMsMax });
  process.on("message", async ({ input }: { input: In }) => {
    begunAt[0] = cpuMs();
    const answered = await answer(handle, input);
    begunAt[0] = atRest;
    // As the watcher saw it last: to ask the system for each document would cost as much as a twentieth of reading it.
    send({ ...answered, rssBytes: rssBytes[0] ?? 0 });
  });
  process.on("disconnect", () => process.exit(0));
  send({ kind: "ready" });
}

const send = (message: ChildMessage) => process.send?.(message);

type Answer = { kind: "answered"; answer: Uint8Array } | { kind: "failed"; reason: "memory" | "crash"; detail: string };

async function answer<In, Out>(handle: (input: In) => Out | Promise<Out>, input: In): Promise<Answer> {
  const failed = (reason: "memory" | "crash", detail: string) => ({ kind: "failed", reason, detail }) as const;
  try {
    // Written here, so that what an answer costs whoever reads it is known before it is sent.
    const written = serialize(await handle(input));
    if (written.byteLength > answerBytesMax) return failed("memory", `what was read of it takes ${written.byteLength} bytes`);
    return { kind: "answered", answer: written };
  } catch (cause) {
    return failed("crash", cause instanceof Error ? cause.message : String(cause));
  }
}

/** Stands where no document is being served. */
const atRest = -1;

const cpuMs = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
};

/**
 * A document that holds this thread for ever must neither fill the machine's memory, nor take more than its time, nor
 * outlive the worker.
 *
 * @returns `begunAt[0]`: where to say what CPU time had been taken when a document began, -1 between documents;
 *   `rssBytes[0]`: the resident memory at its last look
 */
function watchFromAside(limits: { rssBytesMax: number; cpuMsMax: number }): { begunAt: Float64Array; rssBytes: Float64Array } {
  const begunAt = sharedNumber(atRest);
  const rssBytes = sharedNumber(0);
  const watcher = new Worker(processFile(new URL("./watch-thread.ts", import.meta.url)), {
    // Node itself reads a file as plain as that one; a loader would cost each process 20 MB more.
    execArgv: [],
    env: {},
    workerData: { ...limits, begunAt, rssBytes, parentPid: process.ppid },
    resourceLimits: { maxOldGenerationSizeMb: 16, maxYoungGenerationSizeMb: 1 },
  });
  watcher.on("error", () => process.exit(1));
  watcher.unref();
  return { begunAt, rssBytes };
}

/** A number that the watcher and this thread both see. */
const sharedNumber = (value: number): Float64Array => new Float64Array(new SharedArrayBuffer(Float64Array.BYTES_PER_ELEMENT)).fill(value);
