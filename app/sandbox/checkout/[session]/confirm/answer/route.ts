import { seeOther } from "@/app/_parts/see-other";
import { confirmCheckout } from "@/lib/billing/sandbox-commands";
import { readForm } from "../../../../_parts/read-form";

type Context = { params: Promise<{ session: string }> };

/** Takes the answer to the bank's question. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { session } = await params;
  const form = await readForm(request, ["answer"]);
  const answered = await confirmCheckout(session, form?.answer === "yes");
  return seeOther(answered.ok ? answered.value : `/sandbox/checkout/${encodeURIComponent(session)}?fault=${answered.error}`);
}
