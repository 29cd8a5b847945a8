import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { appendFile } from "node:fs/promises";
import { chromium } from "@playwright/test";
import { env } from "@/lib/platform/env";
import { runProgram, runScript } from "../runner/run-program";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const debianPackages = ["chromium", "fonts-noto-core", "fonts-noto-cjk", "fonts-noto-color-emoji"];

/** Flags for a browser that tests drive: no sandbox inside containers, no traffic of its own. */
export const chromiumFlags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** The system's Chromium, by `CHROMIUM_PATH` or by its usual names; null when there is none. */
export function findChromium(): string | null {
  const chosen = env().CHROMIUM_PATH;
  if (chosen) return chosen;
  const script = names.map((name) => `command -v ${name}`).join(" || ");
  const found = spawnSync("sh", ["-c", script], { encoding: "utf8" });
  return found.stdout?.trim() || null;
}

/**
 * Makes sure that there is a browser, installing one where there is none: Debian's own as root on Debian,
 * else the one that Playwright downloads.
 *
 * @returns the system browser's path; null when Playwright's own is to be used
 * @throws Error when `CHROMIUM_PATH` names nothing, or no browser could be installed
 */
export async function ensureChromium(logFile: string): Promise<string | null> {
  const found = findChromium();
  if (found && !existsSync(found)) throw new Error(`CHROMIUM_PATH names ${found}, which is not there.`);
  if (found || existsSync(chromium.executablePath())) return found;
  process.stdout.write("  Installing Chromium …\n");
  if (await installFromDebian(logFile)) return findChromium();
  const installed = await runScript("node_modules/@playwright/test/cli.js", ["install", "chromium"], logFile);
  if (installed === 0) return null;
  throw new Error("No Chromium was found and none could be installed. Install one, or set CHROMIUM_PATH.");
}

async function installFromDebian(logFile: string): Promise<boolean> {
  if (process.getuid?.() !== 0 || !existsSync("/etc/debian_version")) return false;
  const apt = (...args: string[]) => runProgram("env", ["DEBIAN_FRONTEND=noninteractive", "apt-get", "-q", ...args], logFile);
  await apt("update");
  const exitCode = await apt("install", "-y", "--no-install-recommends", ...debianPackages);
  // Ubuntu's package of that name is a shell script that asks for a snap.
  const works = exitCode === 0 && spawnSync(findChromium() ?? "chromium", ["--version"]).status === 0;
  if (!works) await appendFile(logFile, "apt gave no Chromium that runs.\n");
  return works;
}
