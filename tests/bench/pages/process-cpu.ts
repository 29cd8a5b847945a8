import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, readlinkSync } from "node:fs";
import { listProcessTree } from "../../support/process-tree";

/** Whether this system tells what a process has used; without it the CPU figures are left out. */
export const hasProcessFiles = existsSync("/proc/self/stat");

const listening = "0A";

/** The process that listens on a TCP port of this machine, or null. */
export function findListener(port: number): number | null {
  if (!hasProcessFiles) return null;
  const inode = ["/proc/net/tcp", "/proc/net/tcp6"].map((file) => listeningInode(file, port)).find((found) => found !== null);
  if (!inode) return null;
  return allPids().find((pid) => holdsSocket(pid, inode)) ?? null;
}

/** CPU time in ms, user and system, that a process, its children and those it has outlived have used. */
export function cpuMs(pid: number): number {
  const ticks = listProcessTree(pid).reduce((sum, member) => sum + readTicks(member), 0);
  return (ticks * 1_000) / ticksPerSec();
}

const ticksPerSec = (): number => Number(execFileSync("getconf", ["CLK_TCK"], { encoding: "utf8" }));

function listeningInode(file: string, port: number): string | null {
  if (!existsSync(file)) return null;
  const wanted = port.toString(16).toUpperCase().padStart(4, "0");
  const rows = readFileSync(file, "utf8").split("\n").slice(1);
  const fields = rows.map((row) => row.trim().split(/\s+/)).find((row) => row[1]?.endsWith(`:${wanted}`) && row[3] === listening);
  return fields?.[9] ?? null;
}

function holdsSocket(pid: number, inode: string): boolean {
  try {
    const folder = `/proc/${pid}/fd`;
    return readdirSync(folder).some((fd) => readlinkSync(`${folder}/${fd}`) === `socket:[${inode}]`);
  } catch {
    // Another user's process, or one that has just ended.
    return false;
  }
}

const allPids = (): number[] =>
  readdirSync("/proc")
    .map(Number)
    .filter((pid) => pid > 0);

// Source: proc(5); the name in the second field may hold spaces, so fields are counted from its closing bracket.
function readTicks(pid: number): number {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, "utf8");
    const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
    return fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0);
  } catch {
    // It ended between the listing and the reading.
    return 0;
  }
}
