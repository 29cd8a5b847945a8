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

/**
 * The most memory that this process and its children have held, each page once: what every process has had at most,
 * less the pages it shares (the program itself, its libraries), and once the largest such share. 0 where the system does
 * not tell.
 */
function peakMb(): number {
  const tree = listProcessTree(process.pid).map(memoryOf);
  return tree.reduce((sum, { peak, shared }) => sum + peak - shared, 0) + Math.max(...tree.map(({ shared }) => shared));
}

// Source: proc_pid_status(5), proc_pid_smaps(5)
function memoryOf(pid: number): { peak: number; shared: number } {
  try {
    const shared = sumOfMb(readFileSync(`/proc/${pid}/smaps_rollup`, "utf8"), /^Shared_(?:Clean|Dirty):\s+(\d+) kB/gm);
    return { peak: sumOfMb(readFileSync(`/proc/${pid}/status`, "utf8"), /^VmHWM:\s+(\d+) kB/gm), shared };
  } catch {
    return { peak: 0, shared: 0 };
  }
}

const sumOfMb = (text: string, line: RegExp): number =>
  Array.from(text.matchAll(line), ([, kB]) => Number(kB)).reduce((a, b) => a + b, 0) / 1_024;
