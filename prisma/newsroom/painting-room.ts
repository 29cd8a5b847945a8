import { Worker } from "node:worker_threads";
import { z } from "zod";
import type { PictureOrder } from "./paint-picture";

export type PaintingRoom = { paint: (order: PictureOrder) => Promise<Buffer>; close: () => Promise<void> };

const Answer = z.object({ id: z.number(), bytes: z.instanceof(Uint8Array).optional(), fault: z.string().optional() });
type Waiting = { resolve: (bytes: Buffer) => void; reject: (fault: Error) => void };

/** Paints in a thread of its own, opened at the first order: a second of arithmetic must not keep feeds waiting. */
export function openPaintingRoom(): PaintingRoom {
  const waiting = new Map<number, Waiting>();
  let lastId = 0;
  let thread: Worker | undefined;

  const settle = (message: unknown) => {
    const { id, bytes, fault } = Answer.parse(message);
    const order = waiting.get(id);
    waiting.delete(id);
    if (bytes) order?.resolve(Buffer.from(bytes));
    else order?.reject(new Error(fault ?? "The picture could not be painted."));
  };
  const failAll = (fault: Error) => {
    for (const order of waiting.values()) order.reject(fault);
    waiting.clear();
    thread = undefined;
  };
  const open = (): Worker => {
    const opened = new Worker(new URL("./paint-thread.ts", import.meta.url), { execArgv: ["--import", "tsx"] });
    opened.on("message", settle);
    opened.on("error", failAll);
    opened.unref();
    return opened;
  };
  const paint = (order: PictureOrder) =>
    new Promise<Buffer>((resolve, reject) => {
      thread ??= open();
      lastId += 1;
      waiting.set(lastId, { resolve, reject });
      thread.postMessage({ id: lastId, order });
    });
  return { paint, close: async () => void (await thread?.terminate()) };
}
