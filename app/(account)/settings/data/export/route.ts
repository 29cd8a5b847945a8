import { seeOther } from "@/app/_parts/see-other";
import { exportAccount } from "@/lib/accounts/export-queries";
import { refusalPath } from "../../../_parts/take-command";

/** Everything we hold about whoever asks, as one JSON file. */
export async function GET(): Promise<Response> {
  const exported = await exportAccount(new Date());
  if (!exported.ok) return seeOther(refusalPath(exported.error.kind, "/settings/data", null));
  return new Response(exported.value, {
    headers: {
      "Content-Type": "application/json; charset=utf-8",
      "Content-Disposition": 'attachment; filename="broadsheet-data.json"',
      "Cache-Control": "private, no-store",
    },
  });
}
