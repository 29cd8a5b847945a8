import type { Sql } from "@/lib/platform/sql";
import { deductionsOf } from "./fee-of-month";
import { receivedEntries, returnedEntries } from "./ledger-rules";
import type { PayoutTerms } from "./terms";
import { writeTransfers } from "./transfer-store";
import type { LedgerEntry } from "./types";

/** What a round of booking goes by: the month that is open, its last instant, and its terms. */
export type Round = { month: string; until: Date; at: Date; terms: PayoutTerms };

const batch = 2_000;

type NewCharge = {
  key: string;
  accountKey: string | null;
  currency: string;
  amountMinor: number;
  startsAt: Date | null;
  endsAt: Date | null;
};

/**
 * Takes in what was paid before the month's end and is not in the books yet: invoices for a period, and presents,
 * which are divided by whoever opened them. An invoice without a period is a present's, and counts there.
 *
 * @returns payments taken in
 */
export async function takeInCharges(round: Round, conn: Sql): Promise<number> {
  let taken = 0;
  for (let found = await findNewCharges(round.until, conn); found.length > 0; found = await findNewCharges(round.until, conn)) {
    await insertCharges(found, round, conn);
    taken += found.length;
  }
  await renameCharges(conn);
  await conn.query(
    `UPDATE payout_charge c SET account_key = g.redeemed_by_key, starts_at = g.redeemed_at, ends_at = g.redeemed_at + make_interval(months => g.months)
     FROM gift_membership g WHERE c.account_key IS NULL AND c.key = 'present:' || g.id AND g.state = 'redeemed' AND g.redeemed_at < $1`,
    [round.until],
  );
  return taken;
}

/** After the install's secret was changed, settling gives invoices their new names: what is still to divide follows. */
async function renameCharges(conn: Sql): Promise<void> {
  await conn.query(
    `UPDATE payout_charge c SET account_key = i.account_key FROM invoice i
     WHERE c.key = 'invoice:' || i.id AND c.account_key <> i.account_key AND c.divided_minor < c.amount_minor AND c.returned_in IS NULL`,
  );
}

async function findNewCharges(until: Date, conn: Sql): Promise<NewCharge[]> {
  const { rows } = await conn.query<NewCharge>(
    `SELECT * FROM (
       SELECT 'invoice:' || i.id AS key, i.account_key AS "accountKey", i.currency, i.amount_minor AS "amountMinor",
         i.period_start AS "startsAt", i.period_end AS "endsAt"
       FROM invoice i WHERE i.status = 'paid' AND i.amount_minor > 0 AND i.period_start < i.period_end AND COALESCE(i.paid_at, i.issued_at) < $1
       UNION ALL
       SELECT 'present:' || g.id, NULL, g.currency, g.amount_minor, NULL, NULL
       FROM gift_membership g WHERE g.state <> 'unpaid' AND g.amount_minor > 0 AND g.paid_at < $1) paid
     WHERE NOT EXISTS (SELECT FROM payout_charge c WHERE c.key = paid.key) ORDER BY key LIMIT $2`,
    [until, batch],
  );
  return rows;
}

async function insertCharges(charges: readonly NewCharge[], round: Round, conn: Sql): Promise<void> {
  const deductions = charges.map(({ amountMinor, currency }) => deductionsOf(amountMinor, currency, round.terms));
  const { rows } = await conn.query<{ id: number; key: string }>(
    `INSERT INTO payout_charge (key, account_key, currency, amount_minor, cost_minor, tax_minor, starts_at, ends_at)
     SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::int[], $5::int[], $6::int[], $7::timestamptz[], $8::timestamptz[])
     RETURNING id, key`,
    [
      charges.map(({ key }) => key),
      charges.map(({ accountKey }) => accountKey),
      charges.map(({ currency }) => currency),
      charges.map(({ amountMinor }) => amountMinor),
      deductions.map(({ costMinor }) => costMinor),
      deductions.map(({ taxMinor }) => taxMinor),
      charges.map(({ startsAt }) => startsAt),
      charges.map(({ endsAt }) => endsAt),
    ],
  );
  const idOf = new Map(rows.map(({ id, key }) => [key, id]));
  const transfers = charges.map((charge) => ({
    kind: "received" as const,
    cause: `received:${charge.key}`,
    accountKey: charge.accountKey,
    chargeId: idOf.get(charge.key) ?? null,
    receiptId: null,
    entries: receivedEntries(charge),
  }));
  await writeTransfers(transfers, round, conn);
}

type Returned = { id: number; key: string; accountKey: string | null; currency: string; costMinor: number };

/**
 * Takes back what was given back to members since: refunds, chargebacks and whatever else is no longer paid. What
 * closed months had made of it is written the other way, into the open month.
 *
 * @returns payments taken back
 */
export async function takeBackCharges(round: Round, conn: Sql): Promise<number> {
  let taken = 0;
  for (let found = await findReturned(conn); found.length > 0; found = await findReturned(conn)) {
    const written = await sumEntries(
      found.map(({ id }) => id),
      conn,
    );
    const transfers = found.map((charge) => ({
      kind: "returned" as const,
      cause: `returned:${charge.key}`,
      accountKey: charge.accountKey,
      chargeId: charge.id,
      receiptId: null,
      entries: returnedEntries(charge, written.get(charge.id) ?? []),
    }));
    await writeTransfers(transfers, round, conn);
    await conn.query("UPDATE payout_charge SET returned_in = $1 WHERE id = ANY($2::int[])", [round.month, found.map(({ id }) => id)]);
    taken += found.length;
  }
  return taken;
}

async function findReturned(conn: Sql): Promise<Returned[]> {
  const { rows } = await conn.query<Returned>(
    `SELECT c.id, c.key, c.account_key AS "accountKey", c.currency, c.cost_minor AS "costMinor"
     FROM invoice i JOIN payout_charge c ON c.key = 'invoice:' || i.id AND c.returned_in IS NULL
     WHERE i.status <> 'paid' ORDER BY c.id LIMIT $1`,
    [batch],
  );
  return rows;
}

/** All that was written for these charges, summed by account and title. */
async function sumEntries(chargeIds: readonly number[], conn: Sql): Promise<Map<number, LedgerEntry[]>> {
  const { rows } = await conn.query<LedgerEntry & { chargeId: number }>(
    `SELECT t.charge_id AS "chargeId", e.account, e.publisher_id AS "publisherId", e.currency, sum(e.amount_minor)::float8 AS "amountMinor"
     FROM ledger_transfer t JOIN ledger_entry e ON e.transfer_id = t.id WHERE t.charge_id = ANY($1::int[])
     GROUP BY t.charge_id, e.account, e.publisher_id, e.currency`,
    [chargeIds],
  );
  const byCharge = Map.groupBy(rows, ({ chargeId }) => chargeId);
  return new Map([...byCharge].map(([id, entries]) => [id, entries.map(({ chargeId: _chargeId, ...entry }) => entry)]));
}
