import type { Tx } from "@/lib/platform/db";

/** First half of the advisory lock of a language's stories; a number of our own choosing. */
const storyLock = 2_002;

/** Takes the lock under which a language's stories are written; it is held until the transaction ends. */
export async function lockStories(language: string, tx: Tx): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${storyLock}::int, hashtext(${language}))`;
}
