/** Stands in for the `server-only` marker, which throws outside Next, so that queries can be tested in Node. */
export {};
