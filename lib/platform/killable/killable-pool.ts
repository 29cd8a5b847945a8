import { ok, type Result } from "@/lib/core/result";
import { KillableProcess, type Killed, type ProcessSettings } from "./killable-process";

export type KillablePool<In, Out> = {
  /**
   * Serves one document in a process, after those that came before it.
   *
   * @returns the handler's answer; `killed` when it took too long or too much memory, or threw
   */
  run(input: In): Promise<Result<Out, Killed>>;
  /** Ends all processes; what is still running or waiting comes back as killed. */
  close(): Promise<void>;
};

type Waiting<In, Out> = { input: In; resolve: (result: Result<Out, Killed>) => void };

/**
 * A pool of child processes in which a hostile document can be killed: CPU time, wall time and memory are bounded for each
 * document, whatever it makes our code do, and the next one is served by a fresh process. Processes start with the
 * first document, are kept for the following ones, end when idle, and keep no other process alive.
 *
 * @param settings `file` is a module that calls `serveKillable`; `processes` is how many documents run at once
 */
export function makeKillablePool<In, Out>(settings: ProcessSettings & { processes: number }): KillablePool<In, Out> {
  const processes = Array.from({ length: settings.processes }, () => new KillableProcess<In, Out>(settings));
  const idle = [...processes];
  const queue: Waiting<In, Out>[] = [];

  async function serve(process: KillableProcess<In, Out>, first: Waiting<In, Out>): Promise<void> {
    let waiting: Waiting<In, Out> | undefined = first;
    let running = process.run(first.input);
    while (waiting) {
      const { resolve } = waiting;
      const answered = await running;
      waiting = queue.shift();
      // The next document is on its way before this one's answer is read: the process never waits for us.
      if (waiting) running = process.run(waiting.input);
      resolve(answered.ok ? ok(answered.value()) : answered);
    }
    idle.push(process);
  }

  return {
    run: (input) =>
      new Promise((resolve) => {
        const process = idle.pop();
        if (process) void serve(process, { input, resolve });
        else queue.push({ input, resolve });
      }),
    close: async () => {
      for (const waiting of queue.splice(0)) waiting.resolve(closed());
      await Promise.all(processes.map((process) => process.close()));
    },
  };
}

const closed = () => ({ ok: false as const, error: { kind: "killed" as const, reason: "crash" as const, detail: "the pool was closed" } });
