import { addMs, dayMs } from "@/lib/core/clock";
import { type Conn, db, type Tx } from "@/lib/platform/db";
import { enqueue } from "@/lib/platform/queue";
import { toJsonRows } from "@/lib/platform/sql";
import { type FeedLook, LookResult } from "./look-types";

/** Asks the worker to look at an address, in the transaction of whoever asks. */
export async function askLook(look: { id: string; address: string }, now: Date, tx: Tx): Promise<void> {
  await tx.feedLook.create({ data: { ...look, askedAt: now }, select: { id: true } });
  await enqueue({ name: "titles.look", data: { lookId: look.id }, key: look.id }, tx);
}

/** Keeps a list that was handed in, until it was chosen from. */
export async function keepList(id: string, result: LookResult, now: Date, conn: Conn = db): Promise<void> {
  await conn.feedLook.create({ data: { id, address: "", askedAt: now }, select: { id: true } });
  await saveLook(id, result, now, conn);
}

/** A look with what came of it; null when there is none of this id, or it is more than a day old. */
export async function findLook(id: string, conn: Conn = db): Promise<FeedLook | null> {
  const look = await conn.feedLook.findUnique({ where: { id }, select: { id: true, address: true, askedAt: true, result: true } });
  return look && { ...look, result: LookResult.nullable().parse(look.result) };
}

/** Keeps what came of a look, and forgets those of yesterday. */
export async function saveLook(id: string, result: LookResult, now: Date, conn: Conn = db): Promise<void> {
  // A publisher's text may hold what Postgres refuses.
  const [stored] = JSON.parse(toJsonRows([result]));
  await conn.feedLook.updateMany({ where: { id }, data: { result: stored, doneAt: now } });
  await conn.feedLook.deleteMany({ where: { askedAt: { lt: addMs(now, -dayMs) } } });
}
