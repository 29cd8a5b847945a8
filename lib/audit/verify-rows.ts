import { sealRow } from "./seal-row";
import type { AuditHead, AuditRow } from "./types";

/** What is wrong at a row, in words for whoever has to look. */
export type AuditFault = { seq: number; words: string };

/**
 * Checks rows that follow `head`: each must be the next number, carry the seal before it and fit its own.
 *
 * @param rows by `seq`, upwards
 * @returns where the chain ends now, and every row that is wrong
 */
export function verifyRows(rows: readonly AuditRow[], head: AuditHead): { head: AuditHead; faults: AuditFault[] } {
  const faults: AuditFault[] = [];
  let last = head;
  for (const row of rows) {
    if (row.seq !== last.seq + 1) faults.push({ seq: row.seq, words: missingWords(last.seq + 1, row.seq - 1) });
    else if (row.previousHash !== last.hash)
      faults.push({ seq: row.seq, words: `does not follow row ${last.seq}: one of the two was changed` });
    if (sealRow(row) !== row.hash) faults.push({ seq: row.seq, words: "was changed: it does not fit its seal" });
    last = { seq: row.seq, hash: row.hash };
  }
  return { head: last, faults };
}

const missingWords = (from: number, to: number): string =>
  from === to ? `comes after a row that is missing: ${from}` : `comes after rows that are missing: ${from} to ${to}`;
