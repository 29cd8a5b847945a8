import { existsSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import { findFreePort } from "@/lib/platform/free-port";
import { startNewsroom } from "@/prisma/newsroom/server";
import type { StartSettings } from "./settings";

export type StartedNewsroom = { origin: string; words: string; stop: () => Promise<void> };

const State = z.object({ port: z.number(), epoch: z.iso.datetime() });
/** A newsroom older than this starts afresh, so that its news is of today. */
const epochAgeMaxMs = 36 * 60 * 60 * 1000;

/** Starts the bundled newsroom on an address of its own, the same one every time while that is free. */
export async function openNewsroom(settings: StartSettings): Promise<StartedNewsroom> {
  const file = path.join(settings.dataDir, "newsroom.json");
  const saved = existsSync(file) ? State.safeParse(JSON.parse(await readFile(file, "utf8"))).data : undefined;
  const isFresh = saved && Date.now() - Date.parse(saved.epoch) < epochAgeMaxMs;
  const epoch = isFresh ? new Date(saved.epoch) : new Date();
  const port = await findFreePort(saved?.port);
  await writeFile(file, JSON.stringify({ port, epoch: epoch.toISOString() }));
  const server = await startNewsroom({ port, epoch, cacheDir: settings.newsroomPictures });
  return { origin: server.origin, words: `sample partners at ${server.origin}`, stop: server.close };
}
