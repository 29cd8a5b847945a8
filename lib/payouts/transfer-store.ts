import type { Sql } from "@/lib/platform/sql";
import { intArray } from "./int-array";
import type { LedgerEntry, LedgerTransfer } from "./types";

/**
 * Writes transfers with all their entries. The database refuses one that does not balance, one that was written for
 * the same cause, and any later change.
 *
 * @param dated the open month, and when it was written
 */
export async function writeTransfers(transfers: readonly LedgerTransfer[], dated: { month: string; at: Date }, conn: Sql): Promise<void> {
  if (transfers.length === 0) return;
  const { rows } = await conn.query<{ id: string; cause: string }>(
    `INSERT INTO ledger_transfer (kind, month, account_key, charge_id, receipt_id, cause, at)
     SELECT t.kind, $1, t.account_key, t.charge_id, t.receipt_id, t.cause, $2
     FROM unnest($3::text[], $4::text[], $5::int[], $6::int[], $7::text[]) AS t(kind, account_key, charge_id, receipt_id, cause)
     RETURNING id, cause`,
    [
      dated.month,
      dated.at,
      transfers.map(({ kind }) => kind),
      transfers.map(({ accountKey }) => accountKey),
      transfers.map(({ chargeId }) => chargeId),
      transfers.map(({ receiptId }) => receiptId),
      transfers.map(({ cause }) => cause),
    ],
  );
  const idOf = new Map(rows.map(({ id, cause }) => [cause, BigInt(id)]));
  const entries = transfers.flatMap(({ cause, entries: own }) =>
    own.map((entry, line) => ({ ...entry, line, transferId: idOf.get(cause) ?? null })),
  );
  await writeEntries(entries, conn);
}

/** One statement for all: the database looks at what a statement wrote as a whole. */
async function writeEntries(entries: readonly (LedgerEntry & { line: number; transferId: bigint | null })[], conn: Sql): Promise<void> {
  await conn.query(
    `INSERT INTO ledger_entry (transfer_id, line, account, publisher_id, currency, amount_minor)
     SELECT * FROM unnest($1::bigint[], $2::smallint[], $3::ledger_account[], $4::int[], $5::text[], $6::bigint[])`,
    [
      intArray(entries.map(({ transferId }) => transferId)),
      intArray(entries.map(({ line }) => line)),
      entries.map(({ account }) => account),
      intArray(entries.map(({ publisherId }) => publisherId)),
      entries.map(({ currency }) => currency),
      intArray(entries.map(({ amountMinor }) => amountMinor)),
    ],
  );
}
