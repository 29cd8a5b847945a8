import { appendFile, mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import type { Outcome, Step } from "./step";

const logFolder = ".data/test";
const tailLines = 40;

/** Runs one step, prints that it begins and how it went, with the end of its log when it failed. Never throws for a failing step. */
export async function runStep(step: Step, names: string[]): Promise<Outcome> {
  const logFile = path.join(logFolder, `${step.names[0]}.log`);
  await mkdir(logFolder, { recursive: true });
  await writeFile(logFile, "");
  process.stdout.write(`${step.title} …\n`);
  const startedAt = performance.now();
  const outcome = await step.run(logFile, names).catch((fault: unknown) => explain(fault, logFile));
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  const end = outcome.failed > 0 ? await tail(logFile) : "";
  // In one piece, since other steps may be ending as well.
  process.stdout.write(`  ${step.title}: ${toWords(outcome)}, ${seconds} s\n${end}`);
  return outcome;
}

async function explain(fault: unknown, logFile: string): Promise<Outcome> {
  const words = fault instanceof Error ? (fault.stack ?? fault.message) : String(fault);
  await appendFile(logFile, `${words}\n`);
  return { passed: 0, failed: 1, skipped: 0 };
}

function toWords({ passed, failed, skipped, words }: Outcome): string {
  const counts = [`${passed} ok`, failed > 0 && `${failed} FAILED`, skipped > 0 && `${skipped} skipped`, words];
  return counts.filter(Boolean).join(", ");
}

async function tail(logFile: string): Promise<string> {
  const lines = (await readFile(logFile, "utf8")).trimEnd().split("\n");
  const shown = lines.slice(-tailLines).map((line) => `  | ${line}`);
  return [...shown, `  The whole log: ${logFile}`, ""].join("\n");
}
