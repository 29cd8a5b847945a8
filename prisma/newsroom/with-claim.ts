import { rm, stat, writeFile } from "node:fs/promises";
import { setTimeout as delay } from "node:timers/promises";

/** A claim older than this is that of a process which died; nothing here takes a tenth of it. */
const staleMs = 30_000;
const askAgainMs = 50;

/** Does `work` while no other process does its own for the same file: those wait. A claim lies beside the file as `….claim`. */
export async function withClaim<T>(file: string, work: () => Promise<T>): Promise<T> {
  const claim = `${file}.claim`;
  while (!(await take(claim))) await delay(askAgainMs);
  try {
    return await work();
  } finally {
    await rm(claim, { force: true });
  }
}

async function take(claim: string): Promise<boolean> {
  try {
    await writeFile(claim, "", { flag: "wx" });
    return true;
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
  }
  const taken = await stat(claim).catch(() => null);
  if (taken !== null && Date.now() - taken.mtimeMs > staleMs) await rm(claim, { force: true });
  return false;
}
