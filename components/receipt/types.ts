import type { ViewerBadge } from "@/lib/accounts/viewer-badge";
import type { ReceiptView } from "@/lib/payouts/types";

/** A receipt with what one pot for all would have sent to the same titles; null where that is not known. */
export type ComparedReceipt = ReceiptView & { pooledMinor: number | null };

/** Where a member's fee of a month went, or would go if it ended now. */
export type ReceiptPageView = {
  month: string;
  isEstimate: boolean;
  receipts: ComparedReceipt[];
  takenBack: { slug: string; headline: string; name: string }[];
  months: { month: string; currency: string; feeMinor: number; returnedMinor: number }[];
  current: string;
};

export type ReceiptPageProps = { view: ReceiptPageView; viewer: ViewerBadge; now: Date };
