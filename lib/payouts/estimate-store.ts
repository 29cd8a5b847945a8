import { type Sql, sql } from "@/lib/platform/sql";
import { closeMember } from "./close-member";
import { deductionsOf, earnedUntil } from "./fee-of-month";
import { listFacts, listOpenCharges } from "./member-store";
import { monthSpan } from "./month-span";
import { type PayoutTerms, termsOf } from "./terms";
import type { Charge, ReadFact, ReceiptArticle, ReceiptDraft, ReceiptTitle, ReceiptView } from "./types";

/** Whose month is estimated. */
export type EstimateOrder = { accountKey: string; userId: string; month: string };

/** An article that a member took back in a month that is open. */
export type TakenBackArticle = { slug: string; headline: string; name: string };

/**
 * Where a member's fee of an open month would go if nothing more were read in it: the same rules as the closing's, on
 * what is paid and read so far. Nothing is written. Order as of a receipt's.
 */
export async function estimateReceipts(
  { accountKey, userId, month }: EstimateOrder,
  conn: Sql = sql,
): Promise<{ receipts: ReceiptView[]; takenBack: TakenBackArticle[] }> {
  const span = monthSpan(month);
  const terms = termsOf(month);
  const known = (await listOpenCharges([accountKey], span.endsAt, conn)).get(accountKey) ?? [];
  const charges = [...known, ...(await listUnbooked(accountKey, span.endsAt, terms, conn))].map((charge) =>
    withoutEarlier(charge, span.startsAt),
  );
  const facts = (await listFacts([userId], span, conn)).get(userId) ?? [];
  const words = await listWords(facts, conn);
  const drafts = closeMember({ charges, facts, until: span.endsAt, shareBasisPoints: terms.shareBasisPoints });
  const takenBack = facts
    .filter(({ isTakenBack }) => isTakenBack)
    .flatMap(({ articleId }) => {
      const found = words.get(articleId);
      return found?.slug ? [{ slug: found.slug, headline: found.headline ?? "", name: found.name }] : [];
    });
  return { receipts: drafts.map((draft) => toReceipt(draft, month, words)), takenBack };
}

/** The days of months before are those months' own, also where they are not closed yet. */
function withoutEarlier(charge: Charge, startsAt: Date): Charge {
  return { ...charge, dividedMinor: Math.max(charge.dividedMinor, earnedUntil(charge, startsAt)) };
}

type Paid = Pick<Charge, "currency" | "amountMinor" | "startsAt" | "endsAt">;

/** What an account paid and a closing has not taken into the books yet. */
async function listUnbooked(accountKey: string, until: Date, terms: PayoutTerms, conn: Sql): Promise<Charge[]> {
  const { rows } = await conn.query<Paid>(
    `SELECT currency, amount_minor AS "amountMinor", period_start AS "startsAt", period_end AS "endsAt" FROM invoice i
     WHERE account_key = $1 AND status = 'paid' AND amount_minor > 0 AND period_start < period_end AND period_start < $2
       AND NOT EXISTS (SELECT FROM payout_charge c WHERE c.key = 'invoice:' || i.id)
     UNION ALL
     SELECT currency, amount_minor, redeemed_at, redeemed_at + make_interval(months => months) FROM gift_membership g
     WHERE redeemed_by_key = $1 AND state = 'redeemed' AND amount_minor > 0 AND redeemed_at < $2
       AND NOT EXISTS (SELECT FROM payout_charge c WHERE c.key = 'present:' || g.id AND c.account_key IS NOT NULL)`,
    [accountKey, until],
  );
  // Numbers of their own, below those of the books.
  return rows.map((paid, index) => ({ ...paid, ...deductionsOf(paid.amountMinor, paid.currency, terms), id: -1 - index, dividedMinor: 0 }));
}

type ArticleWords = { articleId: number; publisherId: number; slug: string | null; headline: string | null; title: string; name: string };

async function listWords(facts: readonly ReadFact[], conn: Sql): Promise<Map<number, ArticleWords>> {
  const { rows } = await conn.query<ArticleWords>(
    `SELECT a.id AS "articleId", a.publisher_id AS "publisherId", p.slug AS title, p.name,
       CASE WHEN a.taken_down_at IS NULL THEN a.slug END AS slug, CASE WHEN a.taken_down_at IS NULL THEN a.headline END AS headline
     FROM article a JOIN publisher p ON p.id = a.publisher_id WHERE a.id = ANY($1::int[])`,
    [facts.map(({ articleId }) => articleId)],
  );
  return new Map(rows.map((row) => [row.articleId, row]));
}

function toReceipt(draft: ReceiptDraft, month: string, words: ReadonlyMap<number, ArticleWords>): ReceiptView {
  const { currency, feeMinor, costMinor, taxMinor, shareMinor, poolMinor, reads } = draft;
  const titles = [...Map.groupBy(reads, ({ publisherId }) => publisherId)].map(([publisherId, own]): ReceiptTitle => {
    const one = words.get(own[0]?.articleId ?? 0);
    const articles = own
      .map(({ articleId, depth, activeSec, giftOpens, amountMinor }): ReceiptArticle => {
        const found = words.get(articleId);
        return { articleId, slug: found?.slug ?? null, headline: found?.headline ?? null, depth, activeSec, giftOpens, amountMinor };
      })
      .toSorted((a, b) => b.amountMinor - a.amountMinor || a.articleId - b.articleId);
    const amountMinor = own.reduce((sum, read) => sum + read.amountMinor, 0);
    return { publisherId, slug: one?.title ?? "", name: one?.name ?? "", amountMinor, articles };
  });
  titles.sort((a, b) => b.amountMinor - a.amountMinor || a.publisherId - b.publisherId);
  return { month, currency, feeMinor, costMinor, taxMinor, shareMinor, poolMinor, titles };
}
