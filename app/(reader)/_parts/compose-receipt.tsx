import { ReceiptPage } from "@/components/receipt/receipt-page";
import { viewerTime } from "@/lib/entitlements/viewer-time";
import { readReceipt } from "@/lib/payouts/receipt-queries";
import type { OwnReader } from "./own-route";
import { pageHead } from "./page-head";
import type { PageView } from "./page-view";

const title = "Your receipt";

/** Where a member's fee of a month went; of no month, the newest. Null for a month in which nothing of theirs was divided. */
export async function composeReceipt(
  { month = null }: { month?: string | null },
  { viewer, badge, now }: OwnReader,
): Promise<PageView | null> {
  const view = await readReceipt(viewer, month, viewerTime(viewer, now));
  if (!view) return null;
  return { title, head: pageHead(title, "/membership/receipt"), page: <ReceiptPage view={view} viewer={badge} now={now} />, tags: [] };
}
