import type { DiffParams } from "@prisma/schema-engine-wasm/schema_engine_bg";
import { type Datamodels, readDatamodels, readMigrations } from "./migration-files";
import { withSchemaEngine } from "./schema-engine";

const noFilters = { externalTables: [], externalEnums: [] };

/**
 * Applies every migration the database has not seen, as `prisma migrate deploy` would.
 *
 * @returns names of the migrations applied now; empty when the database was up to date
 * @throws Error when the database holds foreign tables without our history (P3005) or a migration fails
 */
export async function migrate(connectionString: string): Promise<string[]> {
  const migrationsList = await readMigrations();
  return withSchemaEngine(connectionString, await readDatamodels(), async (engine) => {
    const result = await engine.applyMigrations({ migrationsList, filters: noFilters });
    return result.appliedMigrationNames;
  });
}

/**
 * SQL that takes a database from one set of schema files to another; empty when they agree.
 * Compares datamodels only, so no database is read: the adapter cannot describe Postgres' "char" columns.
 *
 * @param from null for an empty database
 */
export async function diffSchemas(connectionString: string, from: Datamodels | null, to: Datamodels): Promise<string> {
  const params: DiffParams = {
    from: from ? { tag: "schemaDatamodel", files: asFiles(from) } : { tag: "empty" },
    to: { tag: "schemaDatamodel", files: asFiles(to) },
    script: true,
    exitCode: null,
    filters: noFilters,
  };
  const result = await withSchemaEngine(connectionString, to, (engine) => engine.diff(params));
  return result.stdout ?? "";
}

const asFiles = (datamodels: Datamodels) => datamodels.map(([path, content]) => ({ path, content }));
