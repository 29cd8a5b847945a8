import { readFile } from "node:fs/promises";
import { z } from "zod";
import type { Outcome } from "./step";

const VitestReport = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
  testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.unknown()) })),
});

const PlaywrightReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
  errors: z.array(z.unknown()),
});

/**
 * Counts of a Vitest JSON report. A file that could not be loaded, an error outside of any test, and a run
 * without a single test each count as a failure: silence must never look like success.
 *
 * @param exitCode what Vitest exited with
 */
export async function readVitestReport(file: string, exitCode: number): Promise<Outcome> {
  const report = VitestReport.safeParse(await readJson(file));
  if (!report.success) return { passed: 0, failed: 1, skipped: 0 };
  const { numPassedTests: passed, numFailedTests, numPendingTests, numTodoTests, testResults } = report.data;
  const broken = testResults.filter((result) => result.status === "failed" && result.assertionResults.length === 0).length;
  return atLeastOneFailure({ passed, failed: numFailedTests + broken, skipped: numPendingTests + numTodoTests }, exitCode);
}

/** Counts of a Playwright JSON report, by the same rules; a test that only passed on a second try has failed. */
export async function readPlaywrightReport(file: string, exitCode: number): Promise<Outcome> {
  const report = PlaywrightReport.safeParse(await readJson(file));
  if (!report.success) return { passed: 0, failed: 1, skipped: 0 };
  const { expected, unexpected, flaky, skipped } = report.data.stats;
  return atLeastOneFailure({ passed: expected, failed: unexpected + flaky, skipped }, exitCode || report.data.errors.length);
}

function atLeastOneFailure(outcome: Outcome, exitCode: number): Outcome {
  const isSilent = outcome.passed + outcome.failed === 0;
  return outcome.failed === 0 && (exitCode !== 0 || isSilent) ? { ...outcome, failed: 1 } : outcome;
}

async function readJson(file: string): Promise<unknown> {
  const text = await readFile(file, "utf8").catch(() => "null");
  return JSON.parse(text || "null");
}
