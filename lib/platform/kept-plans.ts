/** Poolers of old lose named statements, and the address of a database behind one says so. */
const losesPlans = /[?&]pgbouncer=true\b/;

/**
 * The name under which Postgres keeps a query's plan, from a comment in its text such as `/* keep related *\/`: for hot
 * reads of many joins, and for small sets of rows, planning costs as much as the work. Such a text must always be the
 * same, and its plan must be right for any of its values.
 *
 * @param connectionString with `pgbouncer=true` no plan is kept
 * @returns "" for all other queries, which are planned each time
 */
export function planName(sql: string, connectionString: string): string {
  const name = /\/\* keep ([a-z ]+) \*\//.exec(sql)?.[1] ?? "";
  return losesPlans.test(connectionString) ? "" : name;
}
