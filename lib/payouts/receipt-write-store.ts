import type { Sql } from "@/lib/platform/sql";
import { intArray } from "./int-array";
import { dividedEntries } from "./ledger-rules";
import { writeTransfers } from "./transfer-store";
import type { ReceiptDraft } from "./types";

/** A receipt that is about to be written; `userId` is null for an account that was erased. */
export type OwnedDraft = ReceiptDraft & { accountKey: string; userId: string | null };

/** Writes receipts with the reads behind them and the transfers that they tell of, and notes what of each charge is divided. */
export async function writeReceipts(drafts: readonly OwnedDraft[], dated: { month: string; at: Date }, conn: Sql): Promise<void> {
  if (drafts.length === 0) return;
  const ids = await insertReceipts(drafts, dated.month, conn);
  const owned = drafts.map((draft) => ({ ...draft, receiptId: ids.get(nameOf(draft)) ?? null }));
  const living = owned.filter(({ userId }) => userId !== null);
  await conn.query("INSERT INTO receipt_reader (receipt_id, user_id) SELECT * FROM unnest($1::int[], $2::text[])", [
    living.map(({ receiptId }) => receiptId),
    living.map(({ userId }) => userId),
  ]);
  await insertReads(living, conn);
  const transfers = owned.flatMap(({ accountKey, receiptId, slices }) =>
    slices.map((slice) => ({
      kind: "divided" as const,
      cause: `divided:${slice.chargeId}:${dated.month}`,
      accountKey,
      chargeId: slice.chargeId,
      receiptId,
      entries: dividedEntries(slice),
    })),
  );
  await writeTransfers(transfers, dated, conn);
  const slices = owned.flatMap((draft) => draft.slices);
  await conn.query(
    `UPDATE payout_charge c SET divided_minor = c.divided_minor + s.fee FROM unnest($1::int[], $2::int[]) AS s(charge_id, fee) WHERE c.id = s.charge_id`,
    [slices.map(({ chargeId }) => chargeId), slices.map(({ feeMinor }) => feeMinor)],
  );
}

const nameOf = ({ accountKey, currency }: { accountKey: string; currency: string }): string => `${accountKey} ${currency}`;

async function insertReceipts(drafts: readonly OwnedDraft[], month: string, conn: Sql): Promise<Map<string, number>> {
  const { rows } = await conn.query<{ id: number; accountKey: string; currency: string }>(
    `INSERT INTO receipt (month, account_key, currency, fee_minor, cost_minor, tax_minor, share_minor, titles_minor, pool_minor)
     SELECT $1, r.* FROM unnest($2::text[], $3::text[], $4::int[], $5::int[], $6::int[], $7::int[], $8::int[], $9::int[]) AS r
     RETURNING id, account_key AS "accountKey", currency`,
    [
      month,
      drafts.map(({ accountKey }) => accountKey),
      drafts.map(({ currency }) => currency),
      drafts.map(({ feeMinor }) => feeMinor),
      drafts.map(({ costMinor }) => costMinor),
      drafts.map(({ taxMinor }) => taxMinor),
      drafts.map(({ shareMinor }) => shareMinor),
      drafts.map(({ titlesMinor }) => titlesMinor),
      drafts.map(({ poolMinor }) => poolMinor),
    ],
  );
  return new Map(rows.map((row) => [nameOf(row), row.id]));
}

async function insertReads(drafts: readonly (ReceiptDraft & { receiptId: number | null })[], conn: Sql): Promise<void> {
  const lines = drafts.flatMap(({ receiptId, reads }) => reads.map((read) => ({ ...read, receiptId })));
  await conn.query(
    `INSERT INTO receipt_read (receipt_id, article_id, publisher_id, depth, active_sec, gift_opens, weight, amount_minor)
     SELECT * FROM unnest($1::int[], $2::int[], $3::int[], $4::smallint[], $5::int[], $6::smallint[], $7::smallint[], $8::int[])`,
    [
      intArray(lines.map(({ receiptId }) => receiptId)),
      intArray(lines.map(({ articleId }) => articleId)),
      intArray(lines.map(({ publisherId }) => publisherId)),
      intArray(lines.map(({ depth }) => depth)),
      intArray(lines.map(({ activeSec }) => activeSec)),
      intArray(lines.map(({ giftOpens }) => giftOpens)),
      intArray(lines.map(({ weight }) => weight)),
      intArray(lines.map(({ amountMinor }) => amountMinor)),
    ],
  );
}
