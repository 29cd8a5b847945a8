import { confirmNewAddress } from "@/lib/accounts/letter-commands";
import { takeForm } from "../../../_parts/take-form";

/** Moves an account to the address that the letter went to. */
export function POST(request: Request): Promise<Response> {
  return takeForm(request, { page: "/verify/new-address", fields: ["token"], command: confirmNewAddress, landing: "/settings?done=moved" });
}
