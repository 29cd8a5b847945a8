import { appendFile, mkdir, rm } from "node:fs/promises";
import path from "node:path";
import { buildIfChanged } from "@/lib/cli/start/build";
import { makeTempFolder } from "@/lib/platform/temp-folder";
import { type BrowserPart, browserHalves, inPart } from "../support/browser-part";
import { ensureChromium } from "../support/chromium";
import { readPlaywrightReport } from "./read-reports";
import { runScript } from "./run-program";
import type { Outcome, Step } from "./step";

/** The built app and its worker with the bundled newsroom, read in Chromium: in two halves at once, each with a product of its own. */
export const browserStep: Step = {
  names: ["browser", "e2e"],
  title: "browser tests",
  run: (logFile) => runPlaywright(browserHalves, logFile),
};

/** Every page of the staff under axe and by Tab. Takes minutes, so it is run when it is named. */
export const axeStep: Step = { names: ["axe"], title: "the staff's pages under axe", run: (logFile) => runPlaywright(["axe"], logFile) };

async function runPlaywright(parts: readonly BrowserPart[], logFile: string): Promise<Outcome> {
  const browser = await ensureChromium(logFile);
  await appendFile(logFile, `Browser: ${browser ?? "Playwright's own Chromium"}\n`);
  await build();
  const outcomes = await Promise.all(parts.map((part) => runPart(part, logFile)));
  return outcomes.reduce((sum, each) => ({
    passed: sum.passed + each.passed,
    failed: sum.failed + each.failed,
    skipped: sum.skipped + each.skipped,
  }));
}

async function runPart(part: BrowserPart, logFile: string): Promise<Outcome> {
  const report = `.data/test/${inPart("playwright", part)}.json`;
  await rm(report, { force: true });
  const exitCode = await runScript("node_modules/@playwright/test/cli.js", ["test"], logFile, { BROWSER_PART: part });
  return readPlaywrightReport(report, exitCode);
}

/** Once, before two products would do so at the same time. */
async function build(): Promise<void> {
  const dataDir = await makeTempFolder("broadsheet-browser-build-");
  await mkdir(path.join(dataDir, "logs"), { recursive: true });
  await buildIfChanged(dataDir);
  await rm(dataDir, { recursive: true, force: true });
}
