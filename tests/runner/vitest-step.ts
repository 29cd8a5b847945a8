import { rm } from "node:fs/promises";
import { readVitestReport } from "./read-reports";
import { runScript } from "./run-program";
import type { Outcome, Step } from "./step";

const projects = ["unit", "integration"];
const report = ".data/test/vitest.json";

/** Unit, architecture and integration tests; integration runs on a real Postgres of its own. */
export const vitestStep: Step = { names: projects, title: "unit and integration tests", run: runVitest };

async function runVitest(logFile: string, names: string[]): Promise<Outcome> {
  const wanted = projects.filter((project) => names.includes(project));
  const chosen = (wanted.length > 0 ? wanted : projects).flatMap((project) => ["--project", project]);
  await rm(report, { force: true });
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const exitCode = await runScript("node_modules/vitest/vitest.mjs", ["run", "--no-color", ...chosen, ...reporters], logFile);
  return readVitestReport(report, exitCode);
}
