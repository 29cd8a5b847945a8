import { recordAct } from "@/lib/audit/audit-store";
import type { AuditActor } from "@/lib/audit/types";
import { inTransaction } from "@/lib/platform/db";
import { enqueue } from "@/lib/platform/queue";

/** Asks the worker to close a month, and keeps who asked. @returns false when it was asked for already and waits */
export function askClosing(month: string, by: AuditActor, now: Date): Promise<boolean> {
  return inTransaction(async (tx) => {
    const isNew = await enqueue({ name: "payouts.close", data: { month }, key: month }, tx);
    if (isNew)
      await recordAct({ actor: by, act: "payouts.close", subject: { kind: "month", id: month }, before: null, after: { month } }, now, tx);
    return isNew;
  });
}

/** Asks the worker to hold the books against themselves now, and keeps who asked. @returns false when it was asked for already */
export function askCheck(by: AuditActor, now: Date): Promise<boolean> {
  return inTransaction(async (tx) => {
    const isNew = await enqueue({ name: "payouts.check", data: {}, key: "books" }, tx);
    if (isNew)
      await recordAct({ actor: by, act: "payouts.check", subject: { kind: "books", id: "all" }, before: null, after: null }, now, tx);
    return isNew;
  });
}
