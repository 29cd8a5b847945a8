import { readFileSync } from "node:fs";

/** Source: proc(5); pages of every Linux that Node ships for on x64 and arm64 servers. */
const pageBytes = 4_096;

/**
 * Resident memory of the process's own children, in bytes, one figure each.
 *
 * @param except processes that are no children of the product's, such as the bench's server
 */
export function childrenBytes(except: readonly (number | undefined)[]): number[] {
  try {
    const children = readFileSync(`/proc/${process.pid}/task/${process.pid}/children`, "utf8").trim().split(" ");
    return children.map(Number).flatMap((pid) => (pid === 0 || except.includes(pid) ? [] : residentBytes(pid)));
  } catch {
    // Not every kernel tells.
    return [];
  }
}

function residentBytes(pid: number): number[] {
  try {
    return [Number(readFileSync(`/proc/${pid}/statm`, "utf8").split(" ")[1]) * pageBytes];
  } catch {
    // It has just ended.
    return [];
  }
}
