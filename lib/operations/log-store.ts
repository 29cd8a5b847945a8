import type { AuditRow } from "@/lib/audit/types";
import { addMs, dayMs } from "@/lib/core/clock";
import { type Conn, db } from "@/lib/platform/db";
import { deskThings } from "./desk-acts";
import { listFactChanges } from "./list-fact-changes";
import type { LogEntry, LogLine, LogSearch } from "./log-types";

const pageRows = 50;

/** Whose log: all of it, or the acts of the desk alone. */
export type LogScope = "all" | "desk";

/** Lines of the log that fit a search, the newest first. */
export async function findLines(search: LogSearch, scope: LogScope, conn: Conn = db): Promise<{ lines: LogLine[]; next: number | null }> {
  const rows = await conn.auditEntry.findMany({ where: conditions(search, scope), orderBy: { seq: "desc" }, take: pageRows + 1 });
  const shown = rows.slice(0, pageRows).map(toLine);
  return { lines: shown, next: rows.length > pageRows ? (shown.at(-1)?.seq ?? null) : null };
}

function conditions({ actor, act, subject, day, before }: LogSearch, scope: LogScope) {
  const [kind = "", ...id] = subject.split(":");
  const from = day === "" ? null : new Date(`${day}T00:00:00Z`);
  return {
    ...(before !== null && { seq: { lt: before } }),
    ...(kind !== "" && { subjectKind: kind }),
    ...(id.length > 0 && { subjectId: id.join(":") }),
    ...(from && { at: { gte: from, lt: addMs(from, dayMs) } }),
    AND: [
      ...(actor === "" ? [] : [{ OR: [{ actorId: actor }, { actorName: actor }] }]),
      ...(act === "" ? [] : [{ act: { startsWith: act } }]),
      ...(scope === "all" ? [] : [{ OR: deskThings.map((thing) => ({ act: { startsWith: `${thing}.` } })) }]),
    ],
  };
}

/** The line with this number; null for none. */
export async function findLine(seq: number, conn: Conn = db): Promise<LogEntry | null> {
  const row = await conn.auditEntry.findUnique({ where: { seq } });
  return row && { ...toLine(row), previousHash: row.previousHash, hash: row.hash };
}

function toLine(row: AuditRow): LogLine {
  const { seq, at, actorId, actorName, actorRole, act, subjectKind, subjectId, reason, before, after } = row;
  const subject = { kind: subjectKind, id: subjectId };
  return { seq, at, actorId, actorName, actorRole, act, subject, reason, changes: listFactChanges(before, after) };
}
