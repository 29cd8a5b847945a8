import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { PrismaClient } from "@/prisma/generated/client";
import { env } from "./env";
import { planName } from "./kept-plans";

/** A transaction client: what a store function takes as its last argument besides `db`. */
export type Tx = Parameters<Parameters<PrismaClient["$transaction"]>[0]>[0];
export type Conn = PrismaClient | Tx;

// Next reloads modules in development; one client, and what is known of it, must outlive them.
const holder = globalThis as typeof globalThis & { broadsheetDb?: PrismaClient; broadsheetPools?: WeakMap<PrismaClient, pg.Pool> };

/** The pool under each client, for the stores that write whole batches by plain SQL. */
holder.broadsheetPools ??= new WeakMap();
const pools = holder.broadsheetPools;

/** Makes a client with its own pool; the caller closes both with `$disconnect`. */
export function createDb(connectionString: string, poolMax: number): PrismaClient {
  const pool = makePool({
    connectionString,
    max: poolMax,
    connectionTimeoutMillis: 5_000,
    keepAlive: true,
    idleTimeoutMillis: 30_000,
    // The adapter reads every timestamptz as if the session were in UTC.
    options: "-c timezone=UTC",
  });
  const adapter = new PrismaPg(pool, { disposeExternalPool: true, statementNameGenerator: ({ sql }) => planName(sql, connectionString) });
  const client = new PrismaClient({ adapter, transactionOptions: { maxWait: 5_000, timeout: 30_000 } });
  pools.set(client, pool);
  return client;
}

/** A database that goes away says so on every connection, idle or in use: without listeners each would end the process. */
function makePool(config: pg.PoolConfig): pg.Pool {
  const pool = new pg.Pool(config);
  pool.on("error", () => undefined);
  pool.on("connect", (client) => client.on("error", () => undefined));
  return pool;
}

function sharedDb(): PrismaClient {
  const url = env().DATABASE_URL;
  if (!url) throw new Error("DATABASE_URL is not set. `npm start` sets it; run other commands through `npm run broadsheet`.");
  return createDb(url, env().DATABASE_POOL_MAX);
}

/** The process's shared client, made at first use so that importing this file never needs a database. */
export const db: PrismaClient = new Proxy({} as PrismaClient, {
  get(_target, property) {
    holder.broadsheetDb ??= sharedDb();
    const value = Reflect.get(holder.broadsheetDb, property);
    return typeof value === "function" ? value.bind(holder.broadsheetDb) : value;
  },
});

/** Runs `work` in one transaction (read committed) and returns its result. */
export function inTransaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  return db.$transaction(work);
}

/**
 * The pool of the shared client: one set of connections serves both ways of asking. Like the client itself it
 * comes back when it is used after `$disconnect`.
 *
 * @throws Error when the shared client was not made by {@link createDb}
 */
export function sharedPool(): pg.Pool {
  holder.broadsheetDb ??= sharedDb();
  const pool = pools.get(holder.broadsheetDb);
  if (!pool) throw new Error("The shared client has no pool of ours.");
  if (!pool.ending) return pool;
  // Nobody will close this one, so it must not keep the process alive.
  const again = makePool({ ...pool.options, allowExitOnIdle: true });
  pools.set(holder.broadsheetDb, again);
  return again;
}
