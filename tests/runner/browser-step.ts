import { appendFile, rm } from "node:fs/promises";
import { ensureChromium } from "../support/chromium";
import { readPlaywrightReport } from "./read-reports";
import { runScript } from "./run-program";
import type { Outcome, Step } from "./step";

const report = ".data/test/playwright.json";

/** The built app and its worker with the bundled newsroom, read in Chromium. */
export const browserStep: Step = { names: ["browser", "e2e"], title: "browser tests", run: runPlaywright };

async function runPlaywright(logFile: string): Promise<Outcome> {
  const browser = await ensureChromium(logFile);
  await appendFile(logFile, `Browser: ${browser ?? "Playwright's own Chromium"}\n`);
  await rm(report, { force: true });
  const exitCode = await runScript("node_modules/@playwright/test/cli.js", ["test"], logFile);
  return readPlaywrightReport(report, exitCode);
}
