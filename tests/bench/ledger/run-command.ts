import { spawn } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { childEnv } from "@/lib/platform/env";
import { cpuMs, hasProcessFiles } from "../pages/process-cpu";

/** What a run of `broadsheet` took. Memory and CPU are 0 where the system does not tell; the server's are all of Postgres together. */
export type Ran = {
  code: number | null;
  output: string;
  wallMs: number;
  cpuSec: number;
  serverCpuSec: number;
  peakMb: number;
  serverMb: number;
};

const sampleMs = 500;

/**
 * Runs `broadsheet` as an operator does and watches how much memory it and the database's processes hold at most.
 *
 * @param serverPid the database's first process
 */
export async function runCommand(args: string[], settings: Record<string, string>, serverPid: number): Promise<Ran> {
  const startedAt = performance.now();
  const serverBefore = usedSec(serverPid);
  const child = spawn(process.execPath, ["--import", "tsx", "lib/cli/broadsheet.ts", ...args], {
    stdio: ["ignore", "pipe", "inherit"],
    env: childEnv(settings),
  });
  const chunks: Buffer[] = [];
  child.stdout.on("data", (chunk: Buffer) => chunks.push(chunk));
  const peaks = { own: 0, server: 0, cpuSec: 0 };
  const watch = setInterval(() => {
    peaks.own = Math.max(peaks.own, readKb(`/proc/${child.pid}/status`, /^VmHWM:\s+(\d+) kB/m));
    peaks.server = Math.max(peaks.server, serverKb(serverPid));
    peaks.cpuSec = Math.max(peaks.cpuSec, usedSec(child.pid ?? 0));
  }, sampleMs);
  const code = await new Promise<number | null>((resolve, reject) => child.once("close", resolve).once("error", reject));
  clearInterval(watch);
  const wallMs = performance.now() - startedAt;
  return {
    code,
    output: Buffer.concat(chunks).toString(),
    wallMs,
    cpuSec: peaks.cpuSec,
    serverCpuSec: usedSec(serverPid) - serverBefore,
    peakMb: peaks.own / 1_024,
    serverMb: peaks.server / 1_024,
  };
}

const usedSec = (pid: number): number => (hasProcessFiles && pid > 0 ? cpuMs(pid) / 1_000 : 0);

/** Of the server and its children, each page once: shared ones count by how many share them. Source: proc_pid_smaps(5) */
function serverKb(serverPid: number): number {
  return [serverPid, ...childrenOf(serverPid)].reduce((sum, pid) => sum + readKb(`/proc/${pid}/smaps_rollup`, /^Pss:\s+(\d+) kB/m), 0);
}

function childrenOf(pid: number): number[] {
  const folder = `/proc/${pid}/task`;
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .flatMap((task) => readText(`${folder}/${task}/children`).trim().split(" ").map(Number))
    .filter((child) => child > 0);
}

const readKb = (file: string, line: RegExp): number => Number(readText(file).match(line)?.[1] ?? 0);

function readText(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return ""; // It has ended, or this system has no such files.
  }
}
