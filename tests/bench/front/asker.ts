import { fork } from "node:child_process";
import path from "node:path";
import { FrontFigures, type FrontOrder } from "./load-types";

/** The asking process and how to give it one order at a time. */
export type Asker = { send: (order: FrontOrder) => Promise<FrontFigures>; stop: () => void };

/** Starts the process that asks for pages. */
export function startAsker(): Asker {
  const child = fork(path.join(import.meta.dirname, "ask-pages.ts"), [], { execArgv: ["--import", "tsx"] });
  const send = (order: FrontOrder): Promise<FrontFigures> =>
    new Promise((resolve, reject) => {
      const tooLate = setTimeout(() => reject(new Error("No figures in time.")), (order.durationSec + 60) * 1_000);
      child.once("message", (message) => {
        clearTimeout(tooLate);
        resolve(FrontFigures.parse(message));
      });
      child.send(order);
    });
  return { send, stop: () => child.disconnect() };
}
