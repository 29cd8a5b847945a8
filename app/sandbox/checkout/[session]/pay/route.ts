import { seeOther } from "@/app/_parts/see-other";
import { payCheckout } from "@/lib/billing/sandbox-commands";
import { cardFields, readForm } from "../../../_parts/read-form";

type Context = { params: Promise<{ session: string }> };

/** Pays a checkout by a test card. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { session } = await params;
  const paid = await payCheckout(session, await readForm(request, cardFields));
  return seeOther(paid.ok ? paid.value : `/sandbox/checkout/${encodeURIComponent(session)}?fault=${paid.error}`);
}
