import { type ChildProcess, fork } from "node:child_process";
import { err, ok, type Result } from "@/lib/core/result";
import { env } from "@/lib/platform/env";
import { isBundled, processFile } from "./process-file";

export type ForkSettings = {
  /** The child's module. */
  file: URL;
  /** Old generation of its heap, in MiB. Past it V8 ends the process. */
  heapMb: number;
  /** More of V8's flags. */
  flags?: readonly string[];
  /** What it finds in `process.argv` from the third place on. */
  args?: readonly string[];
};

/** Why a child said nothing more. */
export type ChildFault =
  | { kind: "time"; timeoutMs: number }
  | { kind: "exit"; code: number | null; signal: NodeJS.Signals | null }
  | { kind: "unreachable"; reason: string };

/**
 * Forks a child for strangers' documents: it is given neither our settings nor our secrets nor our output, and
 * speaks structured clone over its channel. It must end itself on `disconnect`.
 */
export function forkChild({ file, heapMb, flags = [], args = [] }: ForkSettings): ChildProcess {
  const child = fork(processFile(file), [...args], {
    // Two arenas: with glibc's default of eight a core, freed memory of many sizes stays resident.
    env: { NODE_ENV: env().NODE_ENV, MALLOC_ARENA_MAX: "2" },
    // A source is TypeScript wherever we run, under vitest too, whose own flags a child must not inherit.
    execArgv: [`--max-old-space-size=${heapMb}`, ...flags, ...(isBundled ? [] : compiler())],
    serialization: "advanced",
    stdio: ["ignore", "ignore", "ignore", "ipc"],
  });
  // Between documents a fault has nobody waiting; its exit is what its owner looks for.
  child.on("error", () => undefined);
  return child;
}

const compiler = () => ["--import", import.meta.resolve("tsx"), "--import", withoutMaps];

/** Maps of our sources cost a child 5 MB and tell nobody anything: it has no output. After the loader, which asks for them. */
const withoutMaps = "data:text/javascript,process.setSourceMapsEnabled(false)";

/** Whether a child keeps our process alive: while it serves it should, while idle it must not. */
export function holdOpen(child: ChildProcess, isWanted: boolean): void {
  if (isWanted) {
    child.ref();
    child.channel?.ref();
  } else {
    child.unref();
    child.channel?.unref();
  }
}

/**
 * The next thing a child says.
 *
 * @param timeoutMs wall time it may take; the child is left as it is after that
 * @returns the message, which nobody has looked at; a fault when time ran out or the child ended
 */
export function nextMessage(child: ChildProcess, timeoutMs: number): Promise<Result<unknown, ChildFault>> {
  return new Promise((resolve) => {
    const settle = (result: Result<unknown, ChildFault>) => {
      clearTimeout(timer);
      child.off("message", onMessage).off("exit", onExit).off("error", onError);
      resolve(result);
    };
    const onMessage = (message: unknown) => settle(ok(message));
    const onExit = (code: number | null, signal: NodeJS.Signals | null) => settle(err({ kind: "exit", code, signal }));
    const onError = (fault: Error) => settle(err({ kind: "unreachable", reason: fault.message }));
    const timer = setTimeout(() => settle(err({ kind: "time", timeoutMs })), timeoutMs);
    child.on("message", onMessage).on("exit", onExit).on("error", onError);
  });
}
