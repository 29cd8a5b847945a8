import "server-only";
import { accountKey } from "@/lib/accounts/account-key";
import type { Viewer } from "@/lib/entitlements/types";
import { env } from "@/lib/platform/env";
import { sql } from "@/lib/platform/sql";
import { estimateReceipts, type TakenBackArticle } from "./estimate-store";
import { monthOf } from "./month-span";
import { findClosing, findOpenMonth } from "./month-store";
import { listReceiptMonths, listReceipts, type ReceiptMonth, sumPooled } from "./receipt-store";
import { Month, type ReceiptView } from "./types";

type Reader = Extract<Viewer, { kind: "account" }>;

/** A receipt with what one pot for all would have sent to the same titles; null where that is not known. */
export type ComparedReceipt = ReceiptView & { pooledMinor: number | null };

/** Where a member's fee of a month went, or would go if it ended now. */
export type ReceiptPageView = {
  month: string;
  isEstimate: boolean;
  receipts: ComparedReceipt[];
  takenBack: TakenBackArticle[];
  /** The months with something in them, newest first; the running one is not among them. */
  months: ReceiptMonth[];
  /** The running month. */
  current: string;
};

/**
 * A member's own receipt: of a closed month as it was closed, of a running one as an estimate.
 *
 * @param month "2026-10"; null for the newest closed month, else the running one
 * @param now the account's own clock, UTC
 * @returns null for what is no month, or one in which nothing of theirs was divided
 */
export async function readReceipt({ userId }: Reader, month: string | null, now: Date): Promise<ReceiptPageView | null> {
  if (month !== null && !Month.safeParse(month).success) return null;
  const key = accountKey(env().AUTH_SECRET ?? "", userId);
  const months = await listReceiptMonths(key);
  const current = monthOf(now);
  const asked = month ?? months.find(({ feeMinor }) => feeMinor > 0)?.month ?? current;
  const page = { month: asked, months, current };
  if (!(await findClosing(asked, sql))) return readRunning({ accountKey: key, userId, isAsked: month !== null }, page);
  const receipts = await compare(await listReceipts(key, asked));
  const isThere = receipts.length > 0 || months.some((each) => each.month === asked);
  return isThere ? { ...page, isEstimate: false, receipts, takenBack: [] } : null;
}

type Page = Pick<ReceiptPageView, "month" | "months" | "current">;

/** A month that is not closed; one before or after those has nothing of anybody's. */
async function readRunning(
  { isAsked, ...whose }: { accountKey: string; userId: string; isAsked: boolean },
  page: Page,
): Promise<ReceiptPageView | null> {
  const { month, current } = page;
  const open = await findOpenMonth(sql);
  if (month > current || (open !== null && month < open)) return null;
  const { receipts, takenBack } = await estimateReceipts({ ...whose, month });
  if (isAsked && month !== current && receipts.length === 0) return null;
  return { ...page, isEstimate: true, receipts: receipts.map((receipt) => ({ ...receipt, pooledMinor: null })), takenBack };
}

/** What one pot for all would have sent to the titles of a receipt, of the same money. */
function compare(receipts: readonly ReceiptView[]): Promise<ComparedReceipt[]> {
  return Promise.all(
    receipts.map(async (receipt) => {
      const paid = receipt.titles.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
      const pooled = await sumPooled(
        receipt.month,
        receipt.currency,
        receipt.titles.map(({ publisherId }) => publisherId),
      );
      const isKnown = pooled.allMinor > 0 && paid > 0;
      return { ...receipt, pooledMinor: isKnown ? Math.round((paid * pooled.ofTitlesMinor) / pooled.allMinor) : null };
    }),
  );
}
