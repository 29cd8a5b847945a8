import { type Conn, db } from "@/lib/platform/db";

/** One line of the ledger of what happened; `key`: its cause, so that one cause has one line. */
export type LedgerLine = { accountKey: string; kind: string; data: Record<string, string | number | null>; key: string; at: Date };

/** Adds lines to the ledger; a line whose cause is there already is left out. @returns how many are new */
export async function insertLedgerLines(lines: readonly LedgerLine[], conn: Conn = db): Promise<number> {
  if (lines.length === 0) return 0;
  return (await conn.membershipEvent.createMany({ data: [...lines], skipDuplicates: true })).count;
}
