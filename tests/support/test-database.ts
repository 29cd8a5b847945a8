import { randomBytes } from "node:crypto";
import pg from "pg";
import { inject } from "vitest";
import { createDb } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";
import type { PrismaClient } from "@/prisma/generated/client";

import { testSecret } from "./test-secret";

/**
 * A database of this test file's own, cloned from the migrated template. Call it at the top of a file and
 * await it; it also becomes the shared `db` of `lib/platform/db`.
 */
export async function createTestDatabase(): Promise<{ db: PrismaClient; url: string; close: () => Promise<void> }> {
  const template = inject("postgresUrl");
  const urlOf = (database: string) => template.replace("{database}", database);
  const name = `test_${randomBytes(6).toString("hex")}`;
  await runAsAdmin(urlOf("postgres"), `CREATE DATABASE ${name} TEMPLATE template_broadsheet`);
  const db = createDb(urlOf(name), 10);
  Object.assign(globalThis, { broadsheetDb: db });
  Object.assign(env(), { AUTH_SECRET: env().AUTH_SECRET ?? testSecret });
  const close = async () => {
    await db.$disconnect();
    await runAsAdmin(urlOf("postgres"), `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  };
  return { db, url: urlOf(name), close };
}

async function runAsAdmin(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  // Two clones of one template at once collide ("source database is being accessed"): take turns.
  await client.query("SELECT pg_advisory_lock(4711)");
  await client.query(statement);
  await client.end();
}
