import { seeOther } from "@/app/_parts/see-other";
import { changeCard } from "@/lib/billing/sandbox-commands";
import { cardFields, readForm } from "../../../_parts/read-form";

type Context = { params: Promise<{ portal: string }> };

/** Keeps another test card. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { portal } = await params;
  const changed = await changeCard(portal, await readForm(request, cardFields));
  return seeOther(`/sandbox/portal/${encodeURIComponent(portal)}?${changed.ok ? "saved" : `fault=${changed.error}`}`);
}
