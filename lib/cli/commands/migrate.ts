import { glob, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { env } from "@/lib/platform/env";
import { diffSchemas, migrate } from "@/lib/platform/migrations/migrate";
import { type Datamodels, readDatamodels } from "@/lib/platform/migrations/migration-files";
import { startEmbeddedPostgres } from "@/lib/platform/postgres/embedded-postgres";
import { makeTempFolder } from "@/lib/platform/temp-folder";
import { openForWeb } from "../start/web-database";
import type { CommandIo } from "./command";

const folder = "prisma/migrations";
const savedSchema = "schema.prisma";

/** `broadsheet migrate` and `broadsheet migrate new NAME`. @returns 0 done, 1 failed, 2 asked wrongly */
export async function migrateCommand(args: string[], io: CommandIo): Promise<number> {
  const [verb, name, ...rest] = args;
  if (verb === undefined) return applyMigrations(io);
  if (verb === "new" && name && rest.length === 0 && /^[a-z][a-z0-9-]*$/.test(name)) return writeMigration(name, new Date(), io);
  io.stderr.write("Usage: broadsheet migrate | broadsheet migrate new NAME (lower-case letters, digits and hyphens)\n");
  return 2;
}

async function applyMigrations(io: CommandIo): Promise<number> {
  const url = env().DATABASE_URL;
  if (!url) {
    io.stderr.write("DATABASE_URL names no database. The embedded one is migrated whenever Broadsheet starts.\n");
    return 2;
  }
  try {
    const applied = await migrate(url);
    await prepareWeb(url);
    io.stdout.write(applied.length > 0 ? applied.map((migration) => `applied ${migration}\n`).join("") : "Nothing to apply.\n");
    return 0;
  } catch (fault) {
    io.stderr.write(`The migrations could not be applied. ${fault instanceof Error ? fault.message : String(fault)}\n`);
    return 1;
  }
}

/** The web's rights and the key of its grants follow the schema; without AUTH_SECRET there is no web to prepare for. */
async function prepareWeb(ownerUrl: string): Promise<void> {
  const { AUTH_SECRET: authSecret, DATABASE_WEB_URL: webUrl } = env();
  if (authSecret) await openForWeb({ ownerUrl, isOurs: false, webUrl: webUrl ?? null, authSecret });
}

/**
 * Writes the migration from the schema saved beside the newest migration to the schema files of today, and saves
 * today's beside it.
 */
async function writeMigration(name: string, now: Date, io: CommandIo): Promise<number> {
  const today = await readDatamodels();
  const saved = await readSavedSchema();
  const sql = await withEmptyServer((url) => diffSchemas(url, saved, today));
  if (!/^\s*[^-\s]/m.test(sql)) {
    io.stdout.write("The schema files say what the newest migration left: nothing to write.\n");
    return 0;
  }
  const stamp = now.toISOString().replace(/\D/g, "").slice(0, 14);
  const target = path.join(folder, `${stamp}_${name.replaceAll("-", "_")}`);
  await mkdir(target);
  await writeFile(path.join(target, "migration.sql"), sql);
  await writeFile(path.join(target, savedSchema), joinDatamodels(today));
  io.stdout.write(`${target}\n`);
  return 0;
}

/** Two texts are compared, but the engine wants a server to talk to: a throw-away one, so that no setting is needed. */
async function withEmptyServer<T>(work: (url: string) => Promise<T>): Promise<T> {
  const dataDir = await makeTempFolder("broadsheet-migrate-");
  try {
    const server = await startEmbeddedPostgres({ dataDir, database: "empty", volatile: true });
    return await work(server.url).finally(server.stop);
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}

/** The schema as the newest migration that changed it left it; null before the first. What is written by hand saves none. */
async function readSavedSchema(): Promise<Datamodels | null> {
  const saved = await Array.fromAsync(glob(path.join(folder, "*", savedSchema)));
  const newest = saved.sort().at(-1);
  return newest ? [[savedSchema, await readFile(newest, "utf8")]] : null;
}

/** The schema files as one text, in the order of their names. */
const joinDatamodels = (datamodels: Datamodels): string => datamodels.map(([, content]) => `${content.trim()}\n`).join("\n");
