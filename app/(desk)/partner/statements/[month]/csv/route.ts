import { sendPage } from "@/app/(reader)/_parts/send-page";
import { requirePublisher } from "@/lib/accounts/guards";
import { readTitleStatement } from "@/lib/partners/queries";
import { statementCsv } from "@/lib/payouts/statement-csv";
import { Month } from "@/lib/payouts/types";

type MonthParams = { params: Promise<{ month: string }> };

const headers = { "cache-control": "private, no-store", "x-robots-tag": "noindex" };

/** A title's statement of a month as a table for a spreadsheet; for anyone else it is not there. */
export async function GET(_request: Request, { params }: MonthParams): Promise<Response> {
  const [{ month }, staff] = await Promise.all([params, requirePublisher()]);
  const statements = staff && Month.safeParse(month).success ? await readTitleStatement(staff, month) : [];
  if (statements.length === 0) return sendPage(null, headers);
  const name = `${statements[0]?.publisher.slug}-${month}.csv`;
  return new Response(statementCsv(statements), {
    headers: { ...headers, "content-type": "text/csv; charset=utf-8", "content-disposition": `attachment; filename="${name}"` },
  });
}
