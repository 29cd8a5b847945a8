import { type Conn, db, type Tx } from "@/lib/platform/db";
import { chainStart, sealRow, writeFacts } from "./seal-row";
import type { AuditAct, AuditHead, AuditRow } from "./types";
import { type AuditFault, verifyRows } from "./verify-rows";

/** Writers queue behind this number, so that the chain has no fork. */
const chainLock = 7_241_863;
const batchRows = 2_000;
/** So many faults name what is wrong; the rest would only follow from them. */
const faultsMax = 100;

/**
 * Keeps an act, in the transaction that does it: either both are there or neither. Other writers wait until it commits.
 *
 * @returns its number
 */
export async function recordAct(act: AuditAct, now: Date, tx: Tx): Promise<number> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${chainLock}::bigint)`;
  const last = await findHead(tx);
  const row: Omit<AuditRow, "hash"> = {
    seq: last.seq + 1,
    at: now,
    actorId: act.actor.id,
    actorName: act.actor.name,
    actorRole: act.actor.role,
    act: act.act,
    subjectKind: act.subject.kind,
    subjectId: act.subject.id,
    before: writeFacts(act.before),
    after: writeFacts(act.after),
    reason: act.reason ?? "",
    previousHash: last.hash,
  };
  await tx.auditEntry.create({ data: { ...row, hash: sealRow(row) }, select: { seq: true } });
  return row.seq;
}

/** Where the chain ends. */
export async function findHead(conn: Conn = db): Promise<AuditHead> {
  const last = await conn.auditEntry.findFirst({ orderBy: { seq: "desc" }, select: { seq: true, hash: true } });
  return last ?? chainStart;
}

/** Acts after this number, in their order; at most `take` (2,000). */
export function listRows(afterSeq: number, take: number, conn: Conn = db): Promise<AuditRow[]> {
  return conn.auditEntry.findMany({ where: { seq: { gt: afterSeq } }, orderBy: { seq: "asc" }, take: Math.min(batchRows, take) });
}

/** What a check of the whole chain found. */
export type AuditVerdict = { head: AuditHead; faults: AuditFault[] };

/**
 * Checks the whole chain, some thousand rows at a time.
 *
 * @param known where it ended once, as somebody noted: rows that were cut off its end since are found by that
 */
export async function verifyChain(known: AuditHead | null, conn: Conn = db): Promise<AuditVerdict> {
  let head = chainStart;
  const faults: AuditFault[] = [];
  for (;;) {
    const rows = await listRows(head.seq, batchRows, conn);
    if (rows.length === 0) break;
    const checked = verifyRows(rows, head);
    const noted = known && rows.find((row) => row.seq === known.seq);
    if (known && noted && noted.hash !== known.hash) faults.push({ seq: known.seq, words: "is not the row that was noted as the end" });
    faults.push(...checked.faults);
    head = checked.head;
  }
  if (known && known.seq > head.seq) faults.push({ seq: head.seq, words: `is the last one, but row ${known.seq} was there once` });
  return { head, faults: faults.slice(0, faultsMax) };
}
