import { returnPath } from "@/lib/accounts/return-path";
import { startCheckout } from "@/lib/billing/commands";
import { goTo } from "../_parts/go-to";
import { readFields } from "../_parts/read-fields";
import { takeCommand } from "../_parts/take-command";
import { keepWayBack } from "../_parts/way-back";

/** Leads to the provider's page that takes the payment. */
export async function POST(request: Request): Promise<Response> {
  const { returnTo, ...fields } = await readFields(request, ["plan", "currency", "returnTo"]);
  await keepWayBack(returnTo);
  const page = `/price?${new URLSearchParams({ returnTo: returnPath(returnTo) })}`;
  return takeCommand(fields, { page, command: startCheckout, landing: ({ url }) => goTo(url) });
}
