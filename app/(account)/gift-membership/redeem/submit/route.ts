import { redeemGift } from "@/lib/billing/commands";
import { readFields } from "../../../membership/_parts/read-fields";
import { takeCommand } from "../../../membership/_parts/take-command";

/** Opens a present for whoever is signed in. */
export async function POST(request: Request): Promise<Response> {
  const fields = await readFields(request, ["code"]);
  const page = `/gift-membership/redeem?${new URLSearchParams({ code: fields.code ?? "" })}`;
  return takeCommand(fields, { page, command: redeemGift, landing: () => "/membership?done=redeemed" });
}
