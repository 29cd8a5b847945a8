import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import * as engine from "@prisma/schema-engine-wasm/schema_engine_bg";
import pg from "pg";
import type { Datamodels } from "./migration-files";

let isReady: Promise<void> | undefined;

/**
 * Runs `work` with Prisma's own migration engine in WebAssembly, connected to one database.
 *
 * `prisma migrate` downloads a native engine at install; many networks forbid that, and this build of the
 * same engine comes as a package. Why: docs/decisions/001-migrations.md.
 */
export async function withSchemaEngine<T>(
  connectionString: string,
  datamodels: Datamodels,
  work: (schemaEngine: engine.SchemaEngine) => Promise<T>,
): Promise<T> {
  isReady ??= instantiate();
  await isReady;
  const pool = new pg.Pool({ connectionString, max: 2 });
  pool.on("error", () => undefined);
  const adapter = bindMigrationAwareSqlAdapterFactory(wholeScripts(pool));
  const schemaEngine = await engine.SchemaEngine.new({ datamodels }, () => undefined, adapter);
  try {
    return await work(schemaEngine);
  } finally {
    schemaEngine.free();
    await pool.end();
  }
}

/**
 * Prisma's adapter cuts a script at every semicolon, those inside a function's body too, and sends the pieces apart.
 * Postgres takes a whole script at once, and takes all of it or nothing.
 */
function wholeScripts(pool: pg.Pool): PrismaPg {
  const factory = new PrismaPg(pool);
  const connect = factory.connect.bind(factory);
  factory.connect = async () =>
    Object.assign(await connect(), {
      executeScript: async (script: string) => {
        await pool.query(script);
      },
    });
  return factory;
}

async function instantiate(): Promise<void> {
  // The engine reports its panics here before it traps; without it the reason is lost.
  Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: { set_message: reportPanic } });
  const wasmFile = createRequire(import.meta.url)
    .resolve("@prisma/schema-engine-wasm/schema_engine_bg")
    .replace(/\.js$/, ".wasm");
  const bytes = await readFile(wasmFile);
  const { instance } = await WebAssembly.instantiate(bytes, { "./schema_engine_bg.js": { ...engine } });
  engine.__wbg_set_wasm(instance.exports);
  const start = instance.exports.__wbindgen_start;
  if (typeof start === "function") start();
}

function reportPanic(message: string): void {
  throw new Error(`The migration engine failed: ${message}`);
}
