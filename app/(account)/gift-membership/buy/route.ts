import { buyGift } from "@/lib/billing/commands";
import { goTo } from "../../membership/_parts/go-to";
import { readFields } from "../../membership/_parts/read-fields";
import { takeCommand } from "../../membership/_parts/take-command";

/** Leads to the provider's page that takes the payment for a present. */
export async function POST(request: Request): Promise<Response> {
  const fields = await readFields(request, ["months", "currency", "recipientEmail", "message"]);
  return takeCommand(fields, { page: "/gift-membership", command: buyGift, landing: ({ url }) => goTo(url) });
}
