import type { Tx } from "@/lib/platform/db";

/**
 * Makes everyone else who settles this customer wait until the transaction ends. Taken before the provider is read, so
 * that readings are written in the order they were made.
 */
export async function lockCustomer(customerId: string, tx: Tx): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`billing customer ${customerId}`}, 0))`;
}

/** Makes everyone else who changes this account's books wait until the transaction ends; taken after the customer's lock, never before. */
export async function lockAccount(userId: string, tx: Tx): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`billing account ${userId}`}, 0))`;
}
