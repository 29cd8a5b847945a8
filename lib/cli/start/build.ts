import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, openSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { childEnv } from "@/lib/platform/env";
import { StartError } from "./start-error";

const sources = [
  "app",
  "components",
  "lib",
  "public",
  "prisma/schema",
  "next.config.ts",
  "postcss.config.mjs",
  "tsconfig.json",
  "package-lock.json",
];
const distDir = ".next";

/** Builds the web app when its sources changed since the last build. @returns whether it built */
export async function buildIfChanged(dataDir: string): Promise<boolean> {
  const stampFile = path.join(distDir, "broadsheet-stamp");
  const state = hashSources();
  if (existsSync(stampFile) && readFileSync(stampFile, "utf8") === state) return false;
  await runBuild(path.join(dataDir, "logs", "build.log"));
  writeFileSync(stampFile, state);
  return true;
}

function hashSources(): string {
  const hash = createHash("sha256");
  for (const file of sources.flatMap(listFiles)) hash.update(file).update(readFileSync(file));
  return hash.digest("hex");
}

function listFiles(name: string): string[] {
  if (!existsSync(name)) return [];
  if (path.extname(name)) return [name];
  const entries = readdirSync(name, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
}

function runBuild(logFile: string): Promise<void> {
  const log = openSync(logFile, "w");
  const env = { ...childEnv({ NEXT_TELEMETRY_DISABLED: "1" }), NODE_ENV: "production" as const };
  const child = spawn(process.execPath, ["node_modules/next/dist/bin/next", "build"], { env, stdio: ["ignore", log, log] });
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("exit", (code) => (code === 0 ? resolve() : reject(new StartError(explainBuild(logFile)))));
  });
}

function explainBuild(logFile: string): string {
  const log = readFileSync(logFile, "utf8");
  if (/ENOSPC|no space left/i.test(log)) return "The disk is full: the build could not be written. Free some space and start again.";
  return `The build failed; the whole log is in ${logFile}.\n${log.trim().split("\n").slice(-15).join("\n")}`;
}
