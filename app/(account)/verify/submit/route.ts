import { confirmAddress } from "@/lib/accounts/letter-commands";
import { takeForm } from "../../_parts/take-form";

/** Confirms the address of the account that is signed in. */
export function POST(request: Request): Promise<Response> {
  return takeForm(request, { page: "/verify", fields: ["token"], command: confirmAddress, landing: "/settings?done=confirmed" });
}
