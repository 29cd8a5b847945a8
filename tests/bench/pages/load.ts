import { type ChildProcess, fork } from "node:child_process";
import path from "node:path";
import { LoadFigures, type LoadOrder } from "./load-types";

/** The load generator's process and how to give it one order at a time. */
export type Loader = { send: (order: LoadOrder) => Promise<LoadFigures>; stop: () => void };

/** Starts the load generator. */
export function startLoader(): Loader {
  const child = fork(path.join(import.meta.dirname, "load-generator.ts"), [], { execArgv: ["--import", "tsx"] });
  return { send: (order) => ask(child, order), stop: () => child.disconnect() };
}

function ask(child: ChildProcess, order: LoadOrder): Promise<LoadFigures> {
  const marginMs = 30_000;
  return new Promise((resolve, reject) => {
    const tooLate = setTimeout(() => reject(new Error(`No figures for ${order.url} in time.`)), order.durationSec * 1_000 + marginMs);
    child.once("exit", () => reject(new Error("The load generator ended by itself.")));
    child.once("message", (message) => {
      clearTimeout(tooLate);
      child.removeAllListeners("exit");
      resolve(LoadFigures.parse(message));
    });
    child.send(order);
  });
}
