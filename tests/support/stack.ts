import { type ChildProcess, spawn } from "node:child_process";
import { openSync } from "node:fs";
import { mkdir, readFile, rm } from "node:fs/promises";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { z } from "zod";
import { childEnv } from "@/lib/platform/env";
import { findFreePort } from "@/lib/platform/free-port";
import { isAlive } from "@/lib/platform/postgres/server-process";
import { makeTempFolder } from "@/lib/platform/temp-folder";
import { listProcessTree } from "./process-tree";
import type { StackFacts } from "./stack-file";

/** The running product, and how to stop it. */
export type Stack = StackFacts & { stop: () => Promise<void> };

const Secrets = z.object({ demoPassword: z.string() });
const Postgres = z.object({ password: z.string(), port: z.number() });
const readyWithinMs = 8 * 60_000;
const stoppedWithinMs = 30_000;

/**
 * Starts what `npm run demo` starts, on a data folder and a port of its own.
 *
 * @param name of its log, for a run with more than one
 * @param settings over those that a demo has by itself
 * @throws Error with the last lines of its log when it does not become ready
 */
export async function startStack(name = "stack", settings: Record<string, string> = {}): Promise<Stack> {
  const logFile = `.data/test/${name}.log`;
  const dataDir = await makeTempFolder("broadsheet-stack-");
  const port = await findFreePort();
  await mkdir(path.dirname(logFile), { recursive: true });
  const log = openSync(logFile, "w");
  const child = spawn(process.execPath, ["--import", "tsx", "lib/cli/start.ts", "--demo"], {
    // NODE_ENV is the test run's; an address and a database that somebody set are those of an install of theirs.
    env: childEnv({
      DATA_DIR: dataDir,
      PORT: String(port),
      NODE_ENV: "production",
      PUBLIC_URL: undefined,
      DATABASE_URL: undefined,
      // Shared by all products of a run, since painting takes longer than most tests.
      NEWSROOM_PICTURES: path.resolve(".data/test/newsroom"),
      ...settings,
    }),
    // A group of its own, so that Ctrl-C reaches it only through `stop`.
    detached: true,
    stdio: ["ignore", log, log],
  });
  const baseUrl = `http://localhost:${port}`;
  try {
    await waitUntilReady(child, baseUrl, logFile);
    const facts = await readFacts(dataDir);
    return { baseUrl, dataDir, pid: child.pid ?? 0, ...facts, stop: () => stopStack(child, dataDir, logFile) };
  } catch (fault) {
    await stopStack(child, dataDir, logFile);
    throw fault;
  }
}

async function readFacts(dataDir: string): Promise<{ demoPassword: string; databaseUrl: string }> {
  const read = async (name: string): Promise<unknown> => JSON.parse(await readFile(path.join(dataDir, name), "utf8"));
  const { demoPassword } = Secrets.parse(await read("secrets.json"));
  const { password, port } = Postgres.parse(await read("postgres.json"));
  return { demoPassword, databaseUrl: `postgresql://broadsheet:${password}@127.0.0.1:${port}/broadsheet` };
}

async function waitUntilReady(child: ChildProcess, baseUrl: string, logFile: string): Promise<void> {
  const until = Date.now() + readyWithinMs;
  while (Date.now() < until) {
    const log = await readFile(logFile, "utf8");
    if (log.includes(`Broadsheet is ready at ${baseUrl}`)) return;
    if (child.exitCode !== null)
      throw new Error(`Broadsheet ended with ${child.exitCode} before it was ready.\n${lastLines(log, logFile)}`);
    await delay(100);
  }
  throw new Error(
    `Broadsheet was not ready within ${readyWithinMs / 60_000} minutes.\n${lastLines(await readFile(logFile, "utf8"), logFile)}`,
  );
}

const lastLines = (log: string, logFile: string): string => `${log.trimEnd().split("\n").slice(-20).join("\n")}\nThe whole log: ${logFile}`;

/** Stops it as Ctrl-C does. @throws Error when it leaves a process behind (which is then killed) */
async function stopStack(child: ChildProcess, dataDir: string, logFile: string): Promise<void> {
  const members = child.pid ? listProcessTree(child.pid) : [];
  if (child.exitCode === null) child.kill("SIGINT");
  const until = Date.now() + stoppedWithinMs;
  while (members.some(isAlive) && Date.now() < until) await delay(50);
  const left = members.filter(isAlive);
  for (const pid of left) process.kill(pid, "SIGKILL");
  await rm(dataDir, { recursive: true, force: true, maxRetries: 3 });
  if (left.length > 0) throw new Error(`Broadsheet left ${left.length} of ${members.length} processes running. See ${logFile}.`);
}
