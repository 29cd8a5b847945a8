import { sha256Hex } from "@/lib/core/hash";
import type { AuditFacts, AuditHead, AuditRow, AuditValue } from "./types";

/** Where every chain begins: before its first row. */
export const chainStart: AuditHead = { seq: 0, hash: "0".repeat(64) };

/**
 * The seal of a row: SHA-256 over its every column and the seal before it, so that no byte of any row can change without
 * its own seal or the next row's saying so. 64 hex digits.
 *
 * Source: hash chains as in Haber and Stornetta, "How to time-stamp a digital document" (1991)
 */
export function sealRow(row: Omit<AuditRow, "hash">): string {
  const { seq, at, actorId, actorName, actorRole, act, subjectKind, subjectId, before, after, reason, previousHash } = row;
  const columns = [seq, at.toISOString(), actorId, actorName, actorRole, act, subjectKind, subjectId, before, after, reason, previousHash];
  return sha256Hex(JSON.stringify(columns));
}

/** Facts as one text, whatever the order in which they were named; null is an empty text. Source: RFC 8785, for the values that facts may have */
export function writeFacts(facts: AuditFacts | null): string {
  return facts === null ? "" : JSON.stringify(sorted(facts));
}

function sorted(value: AuditValue): AuditValue {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, each]) => [name, sorted(each)]),
  );
}
