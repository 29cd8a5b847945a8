import { exportMember } from "@/lib/accounts/admin-commands";
import { takeMemberAct } from "../../_parts/take-member-act";

type Context = { params: Promise<{ id: string }> };

/** The archive that the account's owner would get, as a file; a refusal as of any act. */
export async function POST(request: Request, context: Context): Promise<Response> {
  let archive: string | null = null;
  const answer = await takeMemberAct([], async (input) => {
    const exported = await exportMember(input);
    if (exported.ok) archive = exported.value;
    return exported;
  })(request, context);
  if (archive === null) return answer;
  return new Response(archive, {
    headers: {
      "Content-Type": "application/json; charset=utf-8",
      "Content-Disposition": 'attachment; filename="broadsheet-member-data.json"',
      "Cache-Control": "private, no-store",
    },
  });
}
