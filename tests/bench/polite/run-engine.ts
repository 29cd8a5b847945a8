import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import { childEnv } from "@/lib/platform/env";
import type { SharedClock } from "./publisher-server";
import type { ChildMessage, ChildOrder } from "./types";

export type EngineRun = {
  databaseUrl: string;
  origins: string[];
  clock: SharedClock;
  days: number;
  restarts: number;
  stepMs: number;
  /** Calls back once, at the next request that any publisher sees. */
  onNextRequest: (call: () => void) => void;
};

const childFile = fileURLToPath(new URL("./engine-child.ts", import.meta.url));

/**
 * Lets the engine work through the days in processes one after another: every second one is ended by SIGTERM in the
 * midst of a round, the others by SIGKILL between two rounds.
 *
 * @returns how many rounds there were
 */
export async function runEngine(run: EngineRun): Promise<number> {
  const { clock, stepMs } = run;
  const from = clock.startedAt.getTime();
  const processes = run.restarts + 1;
  const spanMs = Math.ceil((run.days * 86_400_000) / processes / stepMs) * stepMs;
  let rounds = 0;
  for (let index = 0; index < processes; index += 1) {
    const order: ChildOrder = { from: from + index * spanMs, to: from + (index + 1) * spanMs, stepMs, origins: run.origins };
    clock.restarts = index;
    rounds += await runChild(run, order, index % 2 === 0 ? "SIGKILL" : "SIGTERM");
  }
  return rounds;
}

function runChild(run: EngineRun, order: ChildOrder, ending: "SIGKILL" | "SIGTERM"): Promise<number> {
  const child = fork(childFile, [JSON.stringify(order)], {
    execArgv: ["--import", "tsx"],
    env: childEnv({ DATABASE_URL: run.databaseUrl, DATABASE_POOL_MAX: "4" }),
  });
  let rounds = 0;
  child.on("message", (message: ChildMessage) => {
    if (message.kind === "done" && ending === "SIGKILL") return void child.kill("SIGKILL");
    child.send("heard");
    if (message.kind === "done") return void child.kill("SIGTERM");
    rounds += 1;
    run.clock.at = new Date(message.at);
    if (ending === "SIGTERM" && message.at + run.stepMs >= order.to) run.onNextRequest(() => child.kill("SIGTERM"));
  });
  return ended(child, ending).then(() => rounds);
}

function ended(child: ChildProcess, ending: NodeJS.Signals): Promise<void> {
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("exit", (code, signal) => {
      if (code === 0 || signal === ending) resolve();
      else reject(new Error(`The engine ended by itself (code ${code}, signal ${signal}).`));
    });
  });
}
