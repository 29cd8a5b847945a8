import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { growthPercent } from "@/lib/jobs/heap-growth";
import { workerFlags } from "@/lib/jobs/worker-flags";
import { childEnv } from "@/lib/platform/env";

const mib = 1_048_576;

test("a small heap may double before it is swept, a big one grows by half", () => {
  expect([10, 48, 49, 140].map((size) => growthPercent(size * mib))).toEqual([100, 100, 50, 50]);
});

/** Keeps 8 MiB alive, lets 480 MiB die old, and says how often the old generation was swept. */
const program = `
  import { setTimeout as delay } from "node:timers/promises";
  import { PerformanceObserver, constants } from "node:perf_hooks";
  let sweeps = 0;
  new PerformanceObserver((list) => {
    sweeps += list.getEntries().filter((entry) => entry.detail.kind === constants.NODE_PERFORMANCE_GC_MAJOR).length;
  }).observe({ entryTypes: ["gc"] });
  const { fitHeapGrowth } = await import("./lib/jobs/heap-growth.ts");
  if (process.argv.at(-1) === "fit") fitHeapGrowth();
  const piece = () => Array.from({ length: 32_768 }, (_, index) => index + 0.5);
  const kept = Array.from({ length: 32 }, piece);
  let dying = [];
  for (let round = 0; round < 480; round += 1) {
    dying = [...dying.slice(-12), piece(), piece(), piece(), piece()];
    if (round % 8 === 0) await delay(1);
  }
  await delay(50);
  process.stdout.write(JSON.stringify({ sweeps, kept: kept.length }));
  process.exit(0);`;

async function countSweeps(mode: "fit" | "leave"): Promise<number> {
  const flags = [...workerFlags, "--import", "tsx", "--input-type=module", "--eval", program, "--", mode];
  const { stdout } = await promisify(execFile)(process.execPath, flags, { env: childEnv({}) });
  return (JSON.parse(stdout) as { sweeps: number }).sweeps;
}

test("V8 takes the measure while it runs: a small heap is swept less often than with the flags it was started with", async () => {
  // At the same time: a machine under load sweeps more often, and both alike.
  const [left, fitted] = await Promise.all([countSweeps("leave"), countSweeps("fit")]);
  expect(left).toBeGreaterThan(3);
  expect(fitted).toBeLessThan(left);
});
