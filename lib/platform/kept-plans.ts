/** Whether named statements reach the server that knows them: poolers of old lose them, and `pgbouncer=true` in the address says so. */
export const keepsPlans = (connectionString: string): boolean => !/[?&]pgbouncer=true\b/.test(connectionString);

/**
 * The name under which Postgres keeps a query's plan, from a comment in its text such as `/* keep related *\/`: for hot
 * reads of many joins, and for small sets of rows, planning costs as much as the work. Such a text must always be the
 * same, and its plan must be right for any of its values.
 *
 * @returns "" for all other queries, which are planned each time
 */
export const planName = (sql: string): string => /\/\* keep ([a-z ]+) \*\//.exec(sql)?.[1] ?? "";
