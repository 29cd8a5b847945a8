import { axeStep, browserStep } from "./runner/browser-step";
import { deadCodeStep, formatStep, typesStep } from "./runner/check-steps";
import { importRulesStep } from "./runner/import-rules-step";
import { runStep } from "./runner/run-step";
import type { Outcome, Step } from "./runner/step";
import { vitestStep } from "./runner/vitest-step";

const checks = [formatStep, typesStep, importRulesStep, deadCodeStep];
/** Steps that are run only when they are named. */
const apart = [axeStep];
/** What runs at once: checks keep a processor each busy, the others all of them. */
const turns = [checks, [vitestStep], [browserStep], apart];
const steps = turns.flat();

process.exitCode = await main(process.argv.slice(2));

/** `npm test`, or `npm test -- NAME…` for some of it. @returns the exit code */
async function main(names: string[]): Promise<number> {
  const known = new Set(["check", ...steps.flatMap((step) => step.names)]);
  const unknown = names.filter((name) => !known.has(name));
  if (unknown.length > 0) {
    process.stderr.write(`There is no step ${unknown.join(", ")}. Steps: ${[...known].join(", ")}.\n`);
    return 2;
  }
  const total: Outcome = { passed: 0, failed: 0, skipped: 0 };
  for (const turn of turns) {
    const wanted = turn.filter((step) => isWanted(step, names));
    for (const outcome of await Promise.all(wanted.map((step) => runStep(step, names)))) {
      total.passed += outcome.passed;
      total.failed += outcome.failed;
      total.skipped += outcome.skipped;
    }
  }
  const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : "";
  process.stdout.write(`\n${total.passed} passed, ${total.failed} failed${skipped}\n`);
  return total.failed === 0 ? 0 : 1;
}

function isWanted(step: Step, names: string[]): boolean {
  if (names.length === 0) return !apart.includes(step);
  return step.names.some((name) => names.includes(name)) || (names.includes("check") && checks.includes(step));
}
