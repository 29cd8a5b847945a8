import type pg from "pg";

/** Rows written since the last call, by table; tables without any are left out. */
export type WriteCounter = { take: () => Promise<Map<string, number>>; total: () => Map<string, number> };

/**
 * Counts every row inserted, updated or deleted in any lasting table but `feed`, ours and the queue's alike: each
 * gets a trigger, so the count is exact for each poll and holds updates that change nothing. pg-boss's own `version`,
 * which its timer writes, is left out.
 */
export async function countWrites(pool: pg.Pool): Promise<WriteCounter> {
  await pool.query(`
    CREATE SCHEMA bench;
    CREATE UNLOGGED TABLE bench.written (name text NOT NULL);
    CREATE FUNCTION bench.count_row() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN INSERT INTO bench.written VALUES (TG_TABLE_NAME); RETURN NULL; END $$;`);
  const tables = await pool.query<{ table: string }>(`
    SELECT format('%I.%I', n.nspname, c.relname) AS table FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND c.relpersistence = 'p' AND n.nspname IN ('public', 'pgboss')
      AND c.relname NOT IN ('feed', '_prisma_migrations', 'version')`);
  for (const { table } of tables.rows) {
    await pool.query(
      `CREATE TRIGGER bench_count AFTER INSERT OR UPDATE OR DELETE ON ${table} FOR EACH ROW EXECUTE FUNCTION bench.count_row()`,
    );
  }
  const totals = new Map<string, number>();
  return {
    take: async () => {
      const { rows } = await pool.query<{ name: string; count: number }>(
        "WITH gone AS (DELETE FROM bench.written RETURNING name) SELECT name, count(*)::int AS count FROM gone GROUP BY name",
      );
      for (const { name, count } of rows) totals.set(name, (totals.get(name) ?? 0) + count);
      return new Map(rows.map(({ name, count }) => [name, count]));
    },
    total: () => totals,
  };
}

/** What Postgres itself counted of `tables`, once the connections that wrote have been closed. */
export async function countedByServer(client: pg.Client, tables: readonly string[]): Promise<number> {
  const { rows } = await client.query<{ written: number }>(
    `SELECT COALESCE(sum(n_tup_ins + n_tup_upd + n_tup_del), 0)::int AS written FROM pg_stat_user_tables
     WHERE schemaname = 'public' AND relname = ANY($1::text[])`,
    [tables],
  );
  return rows[0]?.written ?? 0;
}
