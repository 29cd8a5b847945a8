import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";

/** Every living process that `pid` started, directly or through others, `pid` itself first. */
export function listProcessTree(pid: number): number[] {
  const parents = existsSync("/proc/self/stat") ? readParentsFromProc() : readParentsFromPs();
  const tree = [pid];
  for (const member of tree) tree.push(...parents.filter((row) => row.parent === member).map((row) => row.pid));
  return tree;
}

type Row = { pid: number; parent: number };

function readParentsFromProc(): Row[] {
  const pids = readdirSync("/proc").filter((name) => /^\d+$/.test(name));
  return pids.flatMap((pid) => {
    const stat = readStat(pid);
    // The program's name, in parentheses, may hold anything; the parent is the second field after it.
    const parent = stat?.slice(stat.lastIndexOf(")") + 2).split(" ")[1];
    return parent ? [{ pid: Number(pid), parent: Number(parent) }] : [];
  });
}

function readStat(pid: string): string | null {
  try {
    return readFileSync(`/proc/${pid}/stat`, "utf8");
  } catch {
    return null; // It ended between the listing and the reading.
  }
}

function readParentsFromPs(): Row[] {
  const lines = execFileSync("ps", ["-A", "-o", "pid=,ppid="], { encoding: "utf8" }).trim().split("\n");
  return lines.map((line) => {
    const [pid = 0, parent = 0] = line.trim().split(/\s+/).map(Number);
    return { pid, parent };
  });
}
