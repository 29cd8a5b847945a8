import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import { isAlive } from "@/lib/platform/postgres/server-process";
import { StartError } from "./start-error";

const Lock = z.object({ pid: z.number(), address: z.string() });

/**
 * Claims a data folder for this process, so that two never run on the same files.
 *
 * @returns the function that gives it up
 * @throws StartError when a living process holds it, or the folder cannot be written
 */
export async function claimDataDir(dataDir: string, address: string): Promise<() => Promise<void>> {
  const file = path.join(dataDir, "start.lock");
  try {
    await mkdir(dataDir, { recursive: true });
    await writeLock(file, address);
  } catch (fault) {
    throw new StartError(await explain(fault, file, dataDir));
  }
  return () => rm(file, { force: true });
}

async function writeLock(file: string, address: string): Promise<void> {
  const text = JSON.stringify({ pid: process.pid, address });
  try {
    await writeFile(file, text, { flag: "wx" });
  } catch (fault) {
    const holder = await readHolder(file);
    if (holder && holder.pid !== process.pid && isAlive(holder.pid)) throw fault;
    await writeFile(file, text);
  }
}

async function readHolder(file: string): Promise<z.infer<typeof Lock> | null> {
  const text = await readFile(file, "utf8").catch(() => "null");
  return Lock.safeParse(JSON.parse(text || "null")).data ?? null;
}

async function explain(fault: unknown, file: string, dataDir: string): Promise<string> {
  const code = fault instanceof Error && "code" in fault ? fault.code : null;
  if (code === "ENOSPC") return `The disk that holds ${dataDir} is full: free some space and start again.`;
  if (code !== "EEXIST") return `The data folder ${dataDir} cannot be written (${String(code)}).`;
  const holder = await readHolder(file);
  return `Broadsheet already runs on this data: process ${holder?.pid}, ${holder?.address}. Stop it first, or set DATA_DIR to another folder.`;
}
