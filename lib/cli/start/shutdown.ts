import { say } from "./progress";

export type Shutdown = {
  /** Adds a step; steps run in the reverse of the order in which they were added. */
  onStop: (stop: () => Promise<void>) => void;
  run: () => Promise<void>;
  /** Stops everything and ends the process with this code. */
  exit: (code: number, words: string) => void;
};

/** Collects what must be stopped and stops it, last started first, once, on Ctrl-C or SIGTERM. */
export function createShutdown(): Shutdown {
  const steps: (() => Promise<void>)[] = [];
  let running: Promise<void> | undefined;
  const run = () => {
    running ??= runSteps(steps);
    return running;
  };
  const exit = (code: number, words: string) => {
    if (running) return;
    say(words);
    void run().then(() => process.exit(code));
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => exit(0, "\nStopping …"));
  return { onStop: (stop) => steps.push(stop), run, exit };
}

async function runSteps(steps: (() => Promise<void>)[]): Promise<void> {
  for (const stop of steps.reverse()) {
    // One part that will not stop must not keep the others running.
    await stop().catch((fault: unknown) => say(`  ${fault instanceof Error ? fault.message : String(fault)}`));
  }
}
