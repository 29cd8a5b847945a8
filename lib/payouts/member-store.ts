import { accountKey } from "@/lib/accounts/account-key";
import type { Sql } from "@/lib/platform/sql";
import type { Charge, ReadFact } from "./types";

/** A member whose money is due. `userId` is null where the account was erased: nothing is known to be read then. */
export type DueMember = { accountKey: string; userId: string | null; charges: Charge[] };

const namedAtOnce = 5_000;

/**
 * Says for this transaction which account stands behind a key of the books, of those whose money is due: the database
 * cannot tell, because the key is made with the install's secret.
 *
 * @param secret the install's AUTH_SECRET
 */
export async function nameMembers(until: Date, secret: string, conn: Sql): Promise<void> {
  await conn.query("CREATE TEMP TABLE due_member (account_key text PRIMARY KEY, user_id text) ON COMMIT DROP");
  await conn.query(
    `INSERT INTO due_member SELECT DISTINCT account_key FROM payout_charge
     WHERE divided_minor < amount_minor AND returned_in IS NULL AND account_key IS NOT NULL AND starts_at < $1`,
    [until],
  );
  await conn.query("ANALYZE due_member");
  for (let last: string | null = ""; last !== null; ) {
    const { rows }: { rows: { id: string }[] } = await conn.query<{ id: string }>(
      'SELECT id FROM "user" WHERE id > $1 ORDER BY id LIMIT $2',
      [last, namedAtOnce],
    );
    const ids = rows.map(({ id }) => id);
    const keys = ids.map((id) => accountKey(secret, id));
    await conn.query(
      "UPDATE due_member d SET user_id = n.user_id FROM unnest($1::text[], $2::text[]) AS n(account_key, user_id) WHERE d.account_key = n.account_key",
      [keys, ids],
    );
    last = ids.at(-1) ?? null;
  }
}

type Span = { startsAt: Date; endsAt: Date };

/**
 * The next members whose money is due, with their charges. Order: account key.
 * Their accounts are held until the transaction ends, so that what is written of their reads has an owner.
 *
 * @param after the last account key of the page before; "" for the first
 */
export async function listDueMembers(after: string, take: number, span: Span, conn: Sql): Promise<DueMember[]> {
  const { rows: members } = await conn.query<{ accountKey: string; userId: string | null }>(
    `SELECT d.account_key AS "accountKey", u.id AS "userId" FROM due_member d
     LEFT JOIN LATERAL (SELECT id FROM "user" WHERE id = d.user_id FOR KEY SHARE) u ON true
     WHERE d.account_key > $1 ORDER BY d.account_key LIMIT $2`,
    [after, take],
  );
  const charges = await listOpenCharges(
    members.map((member) => member.accountKey),
    span.endsAt,
    conn,
  );
  return members.map((member) => ({
    ...member,
    charges: charges.get(member.accountKey) ?? [],
  }));
}

/** What of these accounts' payments begins before `until` and is not divided yet, by account. Order: id. */
export async function listOpenCharges(keys: readonly string[], until: Date, conn: Sql): Promise<Map<string, Charge[]>> {
  const { rows } = await conn.query<Charge & { accountKey: string }>(
    `SELECT id, account_key AS "accountKey", currency, amount_minor AS "amountMinor", cost_minor AS "costMinor", tax_minor AS "taxMinor",
       starts_at AS "startsAt", ends_at AS "endsAt", divided_minor AS "dividedMinor"
     FROM payout_charge WHERE account_key = ANY($1::text[]) AND divided_minor < amount_minor AND returned_in IS NULL AND starts_at < $2 ORDER BY id`,
    [keys, until],
  );
  return Map.groupBy(rows, (row) => row.accountKey);
}

type ReadRow = ReadFact & { userId: string };

/** All that these readers read and gave in the month, one fact an article, by reader. A closing writes none of it. */
export async function listFacts(userIds: readonly string[], span: Span, conn: Sql): Promise<Map<string, ReadFact[]>> {
  const byReader = mergeGifts(await listReads(userIds, span, conn), await listGifts(userIds, span, conn));
  return new Map([...byReader].map(([userId, own]) => [userId, [...own.values()]]));
}

/** What was opened first in the month, as it stands now. An article counts once a reader, in the month it was opened. */
async function listReads(userIds: readonly string[], { startsAt, endsAt }: Span, conn: Sql): Promise<ReadRow[]> {
  const { rows } = await conn.query<ReadRow>(
    `SELECT r.user_id AS "userId", r.article_id AS "articleId", a.publisher_id AS "publisherId", a.word_count AS "wordCount", r.depth,
       r.active_sec AS "activeSec", r.read_at IS NOT NULL AND r.read_by = 'reading' AS "isReadThrough", 0 AS "giftOpens",
       EXISTS (SELECT FROM taken_back b WHERE b.user_id = r.user_id AND b.article_id = r.article_id) AS "isTakenBack"
     FROM article_read r JOIN article a ON a.id = r.article_id
     WHERE r.user_id = ANY($1::text[]) AND r.opened_at >= $2 AND r.opened_at < $3`,
    [userIds, startsAt, endsAt],
  );
  return rows;
}

/** What was given and can be opened no more: a gift counts in the month in which it ends, when its readers are all there. */
async function listGifts(userIds: readonly string[], { startsAt, endsAt }: Span, conn: Sql): Promise<ReadRow[]> {
  const { rows } = await conn.query<ReadRow>(
    `SELECT g.giver_id AS "userId", g.article_id AS "articleId", a.publisher_id AS "publisherId", a.word_count AS "wordCount", 0 AS depth,
       0 AS "activeSec", false AS "isReadThrough", LEAST(sum(g.opens), 30000)::int AS "giftOpens",
       EXISTS (SELECT FROM taken_back b WHERE b.user_id = g.giver_id AND b.article_id = g.article_id) AS "isTakenBack"
     FROM gift_link g JOIN article a ON a.id = g.article_id
     WHERE g.giver_id = ANY($1::text[]) AND g.expires_at >= $2 AND g.expires_at < $3 AND g.opens > 0
     GROUP BY g.giver_id, g.article_id, a.publisher_id, a.word_count`,
    [userIds, startsAt, endsAt],
  );
  return rows;
}

/** One fact an article and reader. */
function mergeGifts(reads: readonly ReadRow[], gifts: readonly ReadRow[]): Map<string, Map<number, ReadFact>> {
  const byReader = new Map<string, Map<number, ReadFact>>();
  for (const { userId, ...fact } of [...reads, ...gifts]) {
    const own = byReader.get(userId) ?? new Map<number, ReadFact>();
    const known = own.get(fact.articleId);
    own.set(fact.articleId, known ? { ...known, giftOpens: known.giftOpens + fact.giftOpens } : fact);
    byReader.set(userId, own);
  }
  return byReader;
}
