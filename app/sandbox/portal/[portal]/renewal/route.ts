import { seeOther } from "@/app/_parts/see-other";
import { changeRenewal } from "@/lib/billing/sandbox-commands";
import { readForm } from "../../../_parts/read-form";

type Context = { params: Promise<{ portal: string }> };

/** Cancels at the end of the period, or takes that back. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { portal } = await params;
  const form = await readForm(request, ["renewal"]);
  const changed = await changeRenewal(portal, form?.renewal === "off");
  return seeOther(`/sandbox/portal/${encodeURIComponent(portal)}?${changed.ok ? "saved" : `fault=${changed.error}`}`);
}
