import { recordAct } from "@/lib/audit/audit-store";
import type { AuditActor } from "@/lib/audit/types";
import { type Conn, db, inTransaction } from "@/lib/platform/db";
import { enqueue } from "@/lib/platform/queue";
import type { OwnPolicy } from "./types";

const columns = { slug: true, name: true, licence: true, wall: true, indexing: true, fullText: true, leadInWords: true } as const;

/** What a contract lets us do with a title. @throws Error for a number that no title has */
export function getOwnPolicy(publisherId: number, conn: Conn = db): Promise<OwnPolicy> {
  return conn.publisher.findUniqueOrThrow({ where: { id: publisherId }, select: columns });
}

/** What a title says itself about how it is shown. */
export type OwnWishes = Pick<OwnPolicy, "indexing" | "leadInWords">;

/** Keeps a title's own wishes, in force at once: every kept page that shows one of its texts is made anew. */
export function keepOwnWishes(publisherId: number, wishes: OwnWishes, by: AuditActor, now: Date): Promise<void> {
  return inTransaction(async (tx) => {
    const before = await tx.publisher.findUniqueOrThrow({ where: { id: publisherId }, select: { indexing: true, leadInWords: true } });
    // Counted, not returned: the web's own user may write these two columns.
    await tx.publisher.updateMany({ where: { id: publisherId }, data: { ...wishes, officeAt: now } });
    await enqueue({ name: "pages.invalidate", data: { tags: ["paper"] } }, tx);
    const subject = { kind: "publisher", id: String(publisherId) };
    await recordAct({ actor: by, act: "publisher.wishes", subject, before, after: wishes }, now, tx);
  });
}
