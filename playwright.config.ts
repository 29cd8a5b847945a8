import { defineConfig } from "@playwright/test";
import { axeFiles, browserPart, inPart, staffFiles } from "./tests/support/browser-part";
import { chromiumFlags, findChromium } from "./tests/support/chromium";

const executablePath = findChromium() ?? undefined;

export default defineConfig({
  testDir: "tests/e2e",
  testMatch: browserPart === "staff" ? staffFiles : browserPart === "axe" ? axeFiles : "**/*.test.ts",
  testIgnore: browserPart === "readers" ? staffFiles : browserPart === "staff" ? axeFiles : [],
  globalSetup: "./tests/support/browser-setup.ts",
  outputDir: `.data/test/${inPart("browser")}`,
  // One product stands behind all tests, and small machines have two cores.
  workers: 1,
  fullyParallel: false,
  retries: 0,
  timeout: 30_000,
  expect: { timeout: 10_000 },
  reporter: [["list"], ["json", { outputFile: `.data/test/${inPart("playwright")}.json` }]],
  use: {
    viewport: { width: 1280, height: 900 },
    locale: "en-GB",
    timezoneId: "UTC",
    trace: { mode: "retain-on-failure", screenshots: false },
    launchOptions: { executablePath, args: chromiumFlags },
  },
});
