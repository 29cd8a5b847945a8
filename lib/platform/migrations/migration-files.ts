import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import type { MigrationList } from "@prisma/schema-engine-wasm/schema_engine_bg";

/** Schema files as name and text. */
export type Datamodels = [string, string][];

const baseDir = path.resolve("prisma/migrations");

/** The migrations on disk, oldest first, in the form the engine takes. */
export async function readMigrations(): Promise<MigrationList> {
  const entries = await readdir(baseDir, { withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
  const migrationDirectories = await Promise.all(
    names.map(async (name) => ({
      path: name,
      migrationFile: {
        path: "migration.sql",
        content: { tag: "ok" as const, value: await readFile(path.join(baseDir, name, "migration.sql"), "utf8") },
      },
    })),
  );
  const lock = await readFile(path.join(baseDir, "migration_lock.toml"), "utf8");
  return { baseDir, lockfile: { path: "migration_lock.toml", content: lock }, shadowDbInitScript: "", migrationDirectories };
}

/** The Prisma schema's files as name and text, sorted by name. */
export async function readDatamodels(): Promise<Datamodels> {
  const folder = path.resolve("prisma/schema");
  const names = (await readdir(folder)).filter((name) => name.endsWith(".prisma")).sort();
  return Promise.all(
    names.map(async (name): Promise<[string, string]> => [path.join(folder, name), await readFile(path.join(folder, name), "utf8")]),
  );
}
