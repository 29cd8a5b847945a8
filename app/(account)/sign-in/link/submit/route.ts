import { signInByLink } from "@/lib/accounts/letter-commands";
import { takeForm } from "../../../_parts/take-form";

/** Signs in with the link of a letter, which then has been used. */
export function POST(request: Request): Promise<Response> {
  return takeForm(request, { page: "/sign-in/letter", fields: ["token"], command: signInByLink });
}
