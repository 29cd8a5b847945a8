import pg from "pg";
import { afterAll, beforeAll, expect, inject, it } from "vitest";
import { diffSchemas } from "@/lib/platform/migrations/migrate";
import { readDatamodels } from "@/lib/platform/migrations/migration-files";
import { createTestDatabase } from "../../support/test-database";

const migrated = await createTestDatabase();
const urlOf = (database: string) => inject("postgresUrl").replace("{database}", database);
const fresh = `fresh_${process.pid}`;

beforeAll(async () => {
  await query("postgres", `CREATE DATABASE ${fresh}`);
  await query(fresh, await diffSchemas(urlOf(fresh), null, await readDatamodels()));
});

afterAll(async () => {
  await query("postgres", `DROP DATABASE ${fresh} WITH (FORCE)`);
  await migrated.close();
});

// Partial indexes, those over expressions or by the beginnings of words, checks and triggers are ours: Prisma's schema has no words for them, so only migrations make them.
const questions = {
  columns: `SELECT table_name, column_name, data_type, udt_name, is_nullable, column_default, character_maximum_length, numeric_precision, datetime_precision
    FROM information_schema.columns WHERE table_schema = 'public' AND table_name <> '_prisma_migrations' ORDER BY 1, 2`,
  indexes: `SELECT tablename, indexname, indexdef FROM pg_indexes
    WHERE schemaname = 'public' AND tablename <> '_prisma_migrations' AND indexdef !~ ' WHERE |to_tsvector|text_pattern_ops' ORDER BY 1, 2`,
  constraints: `SELECT conrelid::regclass::text AS held_by, conname, pg_get_constraintdef(oid) AS definition FROM pg_constraint
    WHERE connamespace = 'public'::regnamespace AND contype NOT IN ('c', 't') AND conrelid::regclass::text <> '_prisma_migrations' ORDER BY 1, 2`,
  enums: `SELECT t.typname, e.enumlabel FROM pg_enum e JOIN pg_type t ON t.oid = e.enumtypid ORDER BY 1, e.enumsortorder`,
};

it.each(Object.entries(questions))("builds exactly the %s that the schema files name", async (_, question) => {
  const built = await query(new URL(migrated.url).pathname.slice(1), question);
  const named = await query(fresh, question);
  expect(built.rows).toEqual(named.rows);
  expect(built.rows.length).toBeGreaterThan(5);
});

async function query(database: string, statement: string): Promise<pg.QueryResult> {
  const client = new pg.Client({ connectionString: urlOf(database) });
  await client.connect();
  try {
    return await client.query(statement);
  } finally {
    await client.end();
  }
}
