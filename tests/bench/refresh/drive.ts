import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { bundleWorker } from "@/lib/cli/start/bundle-worker";
import { workerFlags, workerMalloc } from "@/lib/jobs/worker-flags";
import { childEnv } from "@/lib/platform/env";
import { bundleFolder } from "../_bed/worker-process";
import { cpuMs } from "../pages/process-cpu";
import type { Measured } from "./obey";

/** A process under measurement: `go` runs its work once. */
export type Driven = { pid: number; go: () => Promise<Measured & { cpuMs: number }>; stop: () => Promise<void> };

/** Starts one of this folder's scripts with IPC; its errors are ours to see. */
export function startScript(script: string, args: readonly string[], settings: Record<string, string> = {}): ChildProcess {
  return start(["--import", "tsx", path.join(import.meta.dirname, script), ...args], settings);
}

function start(args: readonly string[], settings: Record<string, string>): ChildProcess {
  return spawn(process.execPath, args, {
    stdio: ["ignore", "inherit", "inherit", "ipc"],
    env: childEnv({ NODE_ENV: "production", LOG_LEVEL: "silent", ...settings }),
  });
}

/** The next message of a child. @throws Error when it ends instead */
export async function nextMessage<T>(child: ChildProcess): Promise<T> {
  const ended = once(child, "exit").then(([code]) => {
    throw new Error(`a measured process ended with ${code}`);
  });
  const [message]: T[] = await Promise.race([once(child, "message"), ended]);
  if (message === undefined) throw new Error("a measured process said nothing");
  return message;
}

/**
 * Starts the engine as the start command starts a worker, with the origins it may ask, or the floor, compiled as the engine
 * is and with V8's own measure of memory. Its CPU time counts together with that of the database server.
 */
export async function drive(
  what: "engine" | "floor",
  origins: readonly string[],
  databaseUrl: string,
  postgresPid: number | null,
): Promise<Driven> {
  const file = bundleWorker({ entry: path.join(import.meta.dirname, `${what}.ts`), folder: bundleFolder });
  const isWorker = what === "engine";
  const settings = { DATABASE_URL: databaseUrl, ...(isWorker && workerMalloc) };
  const child = start([...(isWorker ? workerFlags : []), file, ...origins], settings);
  await nextMessage(child);
  const used = () => cpuMs(child.pid ?? 0) + (postgresPid === null ? 0 : cpuMs(postgresPid));
  return {
    pid: child.pid ?? 0,
    go: async () => {
      const before = used();
      child.send("go");
      const measured = await nextMessage<Measured>(child);
      return { ...measured, cpuMs: used() - before };
    },
    stop: async () => {
      child.send("stop");
      await once(child, "exit");
    },
  };
}
