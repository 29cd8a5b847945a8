import { parentPort } from "node:worker_threads";
import { z } from "zod";
import { paintPicture } from "./paint-picture";
import { NewsroomPicture } from "./types";

const Order = z.object({ id: z.number(), order: z.object({ scene: NewsroomPicture.shape.scene, seed: z.string(), width: z.number() }) });

parentPort?.on("message", (message: unknown) => void answer(message));

async function answer(message: unknown): Promise<void> {
  const { id, order } = Order.parse(message);
  try {
    parentPort?.postMessage({ id, bytes: await paintPicture(order) });
  } catch (fault) {
    parentPort?.postMessage({ id, fault: fault instanceof Error ? fault.message : String(fault) });
  }
}
