import type pg from "pg";
import { sharedPool } from "./db";
import { planName } from "./kept-plans";
import { toArrayLiteral } from "./to-array-literal";

/** One connection, or the pool: what a store that writes whole batches takes as its last argument. */
export type Sql = {
  query: <Row extends pg.QueryResultRow>(text: string, values?: unknown[]) => Promise<pg.QueryResult<Row>>;
};

/** Asks through whichever connection of the pool is free; each statement commits by itself. */
export const sql: Sql = {
  query: (text, values) => {
    const pool = sharedPool();
    return asking(pool, pool).query(text, values);
  },
};

/** Keeps the plans of those texts that ask for it (`planName`) on each connection. */
const asking = (client: pg.Pool | pg.PoolClient, { options: { connectionString = "" } }: pg.Pool): Sql => ({
  query: (text, values) =>
    client.query({ name: planName(text, connectionString), text, ...(values && { values: values.map(toArrayLiteral) }) }),
});

/**
 * Runs `work` in one transaction (read committed) on one connection, beside Prisma: sets of rows travel as one
 * parameter of one statement, which the query builder cannot do.
 *
 * @throws what `work` or the commit threw, after rolling back; a connection that broke is thrown away
 */
export async function inSqlTransaction<T>(work: (conn: Sql) => Promise<T>): Promise<T> {
  const pool = sharedPool();
  const client = await pool.connect();
  let isBroken = false;
  try {
    await client.query("BEGIN");
    const result = await work(asking(client, pool));
    await client.query("COMMIT");
    return result;
  } catch (cause) {
    isBroken = !(await client.query("ROLLBACK").then(
      () => true,
      () => false,
    ));
    throw cause;
  } finally {
    client.release(isBroken);
  }
}

/** SQLSTATE classes that speak of the server or the way to it, not of what was asked: 08, 53, 57. */
const serverFault = /^(08|53|57)/;

/** Whether the database was away, restarting or out of means: worth trying again with the very same rows. */
export function isDatabaseAway(cause: unknown): boolean {
  if (!(cause instanceof Error)) return false;
  const code = "code" in cause && typeof cause.code === "string" ? cause.code : "";
  if (/^[0-9A-Z]{5}$/.test(code)) return serverFault.test(code);
  return /^E[A-Z]+$/.test(code) || /connection|terminat|timeout exceeded/i.test(cause.message);
}

/** How JSON spells NUL and lone halves of surrogate pairs; a backslash written by a publisher looks alike and costs only time. */
const unstorable = /\\u(?:0000|d[89a-f])/;

/**
 * Rows as one JSON parameter for `json_to_recordset`. Postgres refuses NUL and half a surrogate pair, which some
 * publisher's text always holds: the one is dropped, the other becomes U+FFFD.
 */
export function toJsonRows(rows: readonly object[]): string {
  const json = JSON.stringify(rows);
  if (!unstorable.test(json)) return json;
  return JSON.stringify(rows, (_key, value: unknown) => (typeof value === "string" ? storableText(value) : value));
}

/** A text as Postgres takes it, for a parameter that is no JSON: without NUL, halves of surrogate pairs as U+FFFD. */
export const storableText = (text: string): string => text.toWellFormed().replaceAll("\u0000", "");
