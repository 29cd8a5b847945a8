import { seeOther } from "@/app/_parts/see-other";
import { requireAccount } from "@/lib/accounts/guards";
import { viewerTime } from "@/lib/entitlements/viewer-time";
import { receiptCsv } from "@/lib/payouts/receipt-csv";
import { readReceipt } from "@/lib/payouts/receipt-queries";
import { sendPage } from "../../../../../_parts/send-page";

type MonthParams = { params: Promise<{ month: string }> };

const headers = { "cache-control": "private, no-store", "x-robots-tag": "noindex" };

/** A member's own receipt as a table for a spreadsheet; a visitor is led to sign in and back to the page. */
export async function GET(_request: Request, { params }: MonthParams): Promise<Response> {
  const [{ month }, viewer] = await Promise.all([params, requireAccount()]);
  if (!viewer) return seeOther(`/sign-in?${new URLSearchParams({ returnTo: `/membership/receipt/${encodeURIComponent(month)}` })}`);
  const view = await readReceipt(viewer, month, viewerTime(viewer, new Date()));
  if (!view) return sendPage(null, headers);
  return new Response(receiptCsv(view.receipts, view.isEstimate), {
    headers: {
      ...headers,
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="receipt-${view.month}.csv"`,
    },
  });
}
