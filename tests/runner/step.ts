/** How many tests of a step passed, failed or were skipped, and what to print about them. */
export type Outcome = { passed: number; failed: number; skipped: number; words?: string };

/** One step of `npm test`. */
export type Step = {
  /** What `npm test -- NAME` calls it. */
  names: string[];
  title: string;
  /** Writes all it has to say to the log file; throws only when it could not run at all. */
  run: (logFile: string, names: string[]) => Promise<Outcome>;
};

/** The outcome of a step that is one check: its exit code decides. */
export function oneCheck(exitCode: number): Outcome {
  return exitCode === 0 ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 };
}
