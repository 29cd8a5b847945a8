import { runScript } from "./run-program";
import { type Outcome, oneCheck, type Step } from "./step";

const bin = {
  biome: "node_modules/@biomejs/biome/bin/biome",
  next: "node_modules/next/dist/bin/next",
  tsc: "node_modules/typescript/bin/tsc",
  knip: "node_modules/knip/bin/knip.js",
};

/** Formatting and lint. A warning nobody must mend is noise, so warnings fail as errors do. */
export const formatStep: Step = {
  names: ["format", "lint"],
  title: "format and lint",
  run: async (log) => oneCheck(await runScript(bin.biome, ["ci", "--error-on-warnings", "--max-diagnostics=200", "--colors=off"], log)),
};

export const typesStep: Step = { names: ["types"], title: "types", run: checkTypes };

/** Files, exports and dependencies that nothing uses. */
export const deadCodeStep: Step = {
  names: ["dead-code", "knip"],
  title: "dead code",
  run: async (log) => oneCheck(await runScript(bin.knip, ["--no-progress"], log)),
};

async function checkTypes(log: string): Promise<Outcome> {
  const generated = await runScript(bin.next, ["typegen"], log);
  const checked = await runScript(bin.tsc, ["--noEmit", "--incremental", "false", "-p", "."], log);
  return oneCheck(generated || checked);
}
