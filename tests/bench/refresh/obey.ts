import { readFileSync } from "node:fs";
import { listProcessTree } from "../../support/process-tree";

/** What a measured process answers to "go". */
export type Measured = { wallMs: number; peakMb: number; result: unknown };

/** Lets the parent drive this process: "go" runs the work once and answers with its wall time, "stop" ends it. */
export function obey(work: () => Promise<unknown>, end: () => Promise<void>): void {
  process.on("message", (order: string) => void follow(order));
  process.on("disconnect", () => process.exit(1));
  process.send?.("ready");

  async function follow(order: string): Promise<void> {
    if (order === "stop") {
      await end();
      process.exit(0);
    }
    const start = performance.now();
    const result = await work();
    process.send?.({ wallMs: performance.now() - start, peakMb: peakMb(), result } satisfies Measured);
  }
}

/** The most memory that this process and each of its children have held, summed; 0 where the system does not tell. */
const peakMb = (): number => listProcessTree(process.pid).reduce((sum, pid) => sum + peakOf(pid), 0);

function peakOf(pid: number): number {
  try {
    return Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) / 1_024;
  } catch {
    return 0;
  }
}
