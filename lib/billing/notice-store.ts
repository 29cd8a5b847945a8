import type { Tx } from "@/lib/platform/db";
import { enqueue } from "@/lib/platform/queue";
import type { Notice } from "./types";

/**
 * Has each notice written to the account, unless it went out before: the row that remembers it and the job that sends
 * it exist together or not at all.
 *
 * @returns how many are new
 */
export async function announce(userId: string, notices: readonly Notice[], tx: Tx): Promise<number> {
  let count = 0;
  for (const { kind, dueAt } of notices) {
    const added = await tx.membershipNotice.createMany({ data: [{ userId, kind, dueAt }], skipDuplicates: true });
    if (added.count === 0) continue;
    count += 1;
    await enqueue({ name: "mail.membership", data: { userId, kind, dueAt: dueAt.toISOString() } }, tx);
  }
  return count;
}
