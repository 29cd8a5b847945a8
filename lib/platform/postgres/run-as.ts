import { readFile, stat } from "node:fs/promises";
import path from "node:path";

/** The user a server process runs as; null keeps our own. */
export type RunAs = { uid: number; gid: number } | null;

/**
 * Postgres refuses to run as root, so as root it runs as `postgres`, else as `nobody`.
 *
 * @throws Error when root has neither user to step down to
 */
export async function choosePostgresUser(): Promise<RunAs> {
  if (process.getuid?.() !== 0) return null;
  const passwd = await readFile("/etc/passwd", "utf8");
  for (const name of ["postgres", "nobody"]) {
    const fields = passwd
      .split("\n")
      .find((line) => line.startsWith(`${name}:`))
      ?.split(":");
    if (fields) return { uid: Number(fields[2]), gid: Number(fields[3]) };
  }
  throw new Error("Running as root needs a user `postgres` or `nobody` for the database. Create one, or run as another user.");
}

/** Whether any user may enter every folder on the way to `target` (the last existing part of it). */
export async function isReachableByAll(target: string): Promise<boolean> {
  let folder = path.resolve(target);
  while (true) {
    const facts = await stat(folder).catch(() => null);
    if (facts?.isDirectory() && (facts.mode & 0o001) === 0) return false;
    const parent = path.dirname(folder);
    if (parent === folder) return true;
    folder = parent;
  }
}
