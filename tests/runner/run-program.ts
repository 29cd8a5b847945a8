import { spawn } from "node:child_process";
import { createWriteStream } from "node:fs";
import { finished } from "node:stream/promises";
import { childEnv } from "@/lib/platform/env";

/**
 * Runs a program to its end, adding what it prints to a log file.
 *
 * @param settings over those of our own environment
 * @returns its exit code, 1 when a signal ended it
 * @throws Error when it cannot be started
 */
export async function runProgram(program: string, args: string[], logFile: string, settings: Record<string, string> = {}): Promise<number> {
  const log = createWriteStream(logFile, { flags: "a" });
  log.write(`$ ${[program, ...args].join(" ")}\n`);
  const child = spawn(program, args, {
    stdio: ["ignore", "pipe", "pipe"],
    ...(Object.keys(settings).length > 0 && { env: childEnv(settings) }),
  });
  child.stdout.pipe(log, { end: false });
  child.stderr.pipe(log, { end: false });
  try {
    return await new Promise<number>((resolve, reject) => {
      child.on("error", reject);
      child.on("close", (code) => resolve(code ?? 1));
    });
  } finally {
    log.end();
    await finished(log);
  }
}

/** Runs a JavaScript file of a package under this very Node. */
export function runScript(script: string, args: string[], logFile: string, settings: Record<string, string> = {}): Promise<number> {
  return runProgram(process.execPath, [script, ...args], logFile, settings);
}
