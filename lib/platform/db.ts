import { PrismaPg } from "@prisma/adapter-pg";
import { PrismaClient } from "@/prisma/generated/client";
import { env } from "./env";

/** A transaction client: what a store function takes as its last argument besides `db`. */
export type Tx = Parameters<Parameters<PrismaClient["$transaction"]>[0]>[0];
export type Conn = PrismaClient | Tx;

/** Makes a client with its own pool; the caller closes it with `$disconnect`. */
export function createDb(connectionString: string, poolMax: number): PrismaClient {
  const adapter = new PrismaPg(
    {
      connectionString,
      max: poolMax,
      connectionTimeoutMillis: 5_000,
      keepAlive: true,
      idleTimeoutMillis: 30_000,
      // The adapter reads every timestamptz as if the session were in UTC.
      options: "-c timezone=UTC",
    },
    { onPoolError: () => undefined, onConnectionError: () => undefined },
  );
  return new PrismaClient({ adapter, transactionOptions: { maxWait: 5_000, timeout: 30_000 } });
}

function sharedDb(): PrismaClient {
  const url = env().DATABASE_URL;
  if (!url) throw new Error("DATABASE_URL is not set. `npm start` sets it; run other commands through `npm run broadsheet`.");
  return createDb(url, env().DATABASE_POOL_MAX);
}

// Next reloads modules in development; one pool must outlive them.
const holder = globalThis as typeof globalThis & { broadsheetDb?: PrismaClient };

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
