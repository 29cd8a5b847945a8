import { fork } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { childEnv } from "@/lib/platform/env";
import { listProcessTree } from "./process-tree";
import type { StackFacts } from "./stack-file";

/**
 * Puts a worker of the test's own in the place of the running product's, which stands still meanwhile: the same but for one
 * server of this machine that it may ask. No install has such a door, so a test brings its own.
 *
 * @param origin of the test's server
 * @returns gives the work back
 */
export async function lendWorker({ pid }: StackFacts, origin: string): Promise<() => Promise<void>> {
  const own = listProcessTree(pid).find((member) => argumentsOf(member).some(isWorker));
  if (own === undefined) throw new Error("The product has no worker.");
  const given = argumentsOf(own);
  const options = given.slice(given.findIndex(isWorker) + 1);
  process.kill(own, "SIGSTOP");
  const stand = fork(path.resolve("tests/bench/crash/worker-entry.ts"), [origin, ...options], {
    env: childEnv(environmentOf(own)),
    execArgv: ["--import", "tsx"],
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  return async () => {
    const ended = once(stand, "exit");
    stand.kill("SIGTERM");
    await Promise.race([ended, delay(25_000)]);
    stand.kill("SIGKILL");
    process.kill(own, "SIGCONT");
  };
}

const isWorker = (argument: string): boolean => path.basename(argument) === "worker.mjs";

const partsOf = (file: string): string[] => readFileSync(file, "utf8").split("\0").filter(Boolean);

function argumentsOf(pid: number): string[] {
  try {
    return partsOf(`/proc/${pid}/cmdline`);
  } catch {
    return []; // It ended meanwhile.
  }
}

const environmentOf = (pid: number): Record<string, string> =>
  Object.fromEntries(partsOf(`/proc/${pid}/environ`).map((line) => [line.slice(0, line.indexOf("=")), line.slice(line.indexOf("=") + 1)]));
