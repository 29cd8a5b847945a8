import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { readPlaywrightReport, readVitestReport } from "../../runner/read-reports";

const folder = mkdtempSync(path.join(os.tmpdir(), "broadsheet-reports-"));
afterAll(() => rmSync(folder, { recursive: true }));

const vitest = { numPassedTests: 3, numFailedTests: 0, numPendingTests: 1, numTodoTests: 1, testResults: [] };
const playwright = { stats: { expected: 3, unexpected: 0, flaky: 0, skipped: 0 }, errors: [] };

describe("the counts of a Vitest report", () => {
  it("are its own", async () => {
    expect(await readVitestReport(save(vitest), 0)).toEqual({ passed: 3, failed: 0, skipped: 2 });
  });

  it("hold a failure for a file that could not be loaded", async () => {
    const broken = { ...vitest, testResults: [{ status: "failed", assertionResults: [] }] };
    expect(await readVitestReport(save(broken), 1)).toMatchObject({ failed: 1 });
  });

  it("hold a failure when only the exit code tells of one", async () => {
    expect(await readVitestReport(save(vitest), 1)).toMatchObject({ passed: 3, failed: 1 });
  });

  it("hold a failure when not a single test ran", async () => {
    expect(await readVitestReport(save({ ...vitest, numPassedTests: 0 }), 0)).toMatchObject({ failed: 1 });
  });

  it("hold a failure when there is no report", async () => {
    expect(await readVitestReport(path.join(folder, "missing.json"), 0)).toMatchObject({ passed: 0, failed: 1 });
  });
});

describe("the counts of a Playwright report", () => {
  it("are its own", async () => {
    expect(await readPlaywrightReport(save(playwright), 0)).toEqual({ passed: 3, failed: 0, skipped: 0 });
  });

  it("hold a failure for a test that passed only on a second try", async () => {
    const flaky = { ...playwright, stats: { ...playwright.stats, flaky: 1 } };
    expect(await readPlaywrightReport(save(flaky), 0)).toMatchObject({ failed: 1 });
  });

  it("hold a failure when the product could not be started or stopped", async () => {
    expect(await readPlaywrightReport(save({ ...playwright, errors: [{ message: "left 2 processes running" }] }), 0)).toMatchObject({
      failed: 1,
    });
  });
});

let saved = 0;
function save(report: object): string {
  saved += 1;
  const file = path.join(folder, `${saved}.json`);
  writeFileSync(file, JSON.stringify(report));
  return file;
}
