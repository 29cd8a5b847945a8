import { requireEditor } from "@/lib/accounts/guards";
import { readVersion } from "@/lib/editorial/desk-queries";

type Params = { params: Promise<{ list: string }> };

/** What was done to a list since a version that an editor has before them: asked by the board's own script. */
export async function GET(request: Request, { params }: Params): Promise<Response> {
  const staff = await requireEditor();
  const seen = Number(new URL(request.url).searchParams.get("seen"));
  const found = staff && (await readVersion(staff, (await params).list, Number.isSafeInteger(seen) && seen >= 0 ? seen : 0));
  if (!staff || !found) return new Response(null, { status: 404 });
  const since = found.since.map(({ version, act, editorId, editorName }) => ({
    version,
    act,
    editorName,
    isOwn: editorId === staff.actor.id,
  }));
  return Response.json({ ...found, since }, { headers: { "cache-control": "no-store" } });
}
