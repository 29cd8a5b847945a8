import { type ChildProcess, spawn } from "node:child_process";
import { openSync, readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import type { RunAs } from "./run-as";

/** Runs a program to its end as the server's user; rejects with its last words when it fails. */
export function runToEnd(program: string, args: string[], runAs: RunAs): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { ...runAs, cwd: "/", stdio: ["ignore", "pipe", "pipe"] });
    let words = "";
    child.stdout.on("data", (chunk) => (words += chunk));
    child.stderr.on("data", (chunk) => (words += chunk));
    child.on("error", reject);
    child.on("exit", (code) => (code === 0 ? resolve() : reject(new Error(explainLog(words)))));
  });
}

/** Starts the server in a process group of its own, so that Ctrl-C reaches it only through us, in order. */
export function spawnServer(program: string, args: string[], runAs: RunAs, logFile: string): ChildProcess {
  const log = openSync(logFile, "a");
  return spawn(program, args, { ...runAs, cwd: "/", detached: true, stdio: ["ignore", log, log] });
}

/** The reason in plain words from a server's log file. */
export const explainLogFile = (logFile: string): string => explainLog(readFileSync(logFile, "utf8"));

function explainLog(log: string): string {
  if (/no space left/i.test(log)) return "The disk is full: Postgres could not write its files. Free some space and start again.";
  const fatal = log
    .split("\n")
    .filter((line) => /FATAL|error|could not/i.test(line))
    .at(-1);
  return `Postgres did not start: ${fatal?.trim() ?? log.trim().split("\n").at(-1) ?? "no reason given"}`;
}

/** Stops a server that an earlier, killed run left behind on this cluster. */
export async function stopOrphan(clusterDir: string): Promise<void> {
  const pid = Number((await readFile(path.join(clusterDir, "postmaster.pid"), "utf8").catch(() => "")).split("\n")[0]);
  if (!pid || !isPostgres(pid)) return;
  await endProcess(pid, ["SIGINT", "SIGQUIT"]);
}

function isPostgres(pid: number): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").includes("postgres");
  } catch {
    return isAlive(pid) && process.platform !== "linux";
  }
}

/** Sends each signal in turn, giving the process ten seconds after each, until it is gone. */
export async function endProcess(pid: number, signals: NodeJS.Signals[]): Promise<void> {
  for (const signal of signals) {
    if (!isAlive(pid)) return;
    process.kill(pid, signal);
    for (let waitedMs = 0; waitedMs < 10_000 && isAlive(pid); waitedMs += 50) await delay(50);
  }
}

/** Whether a process with this number exists. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (fault) {
    return fault instanceof Error && "code" in fault && fault.code === "EPERM";
  }
}
