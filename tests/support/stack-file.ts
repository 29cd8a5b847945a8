import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import { inPart } from "./browser-part";

const file = `.data/test/${inPart("stack")}.json`;
const StackFacts = z.object({
  baseUrl: z.string(),
  /** Of the demo accounts. */
  demoPassword: z.string(),
  databaseUrl: z.string(),
  dataDir: z.string(),
  /** The start command's process, parent of all others. */
  pid: z.number(),
});

/** What a test knows of the running product. */
export type StackFacts = z.infer<typeof StackFacts>;

/** Leaves the running product's facts where the browser tests' process reads them. */
export async function saveStackFacts(facts: StackFacts): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, JSON.stringify(StackFacts.parse(facts)), { mode: 0o600 });
}

/** @throws when no product was started by the run's set-up */
export async function readStackFacts(): Promise<StackFacts> {
  return StackFacts.parse(JSON.parse(await readFile(file, "utf8")));
}
