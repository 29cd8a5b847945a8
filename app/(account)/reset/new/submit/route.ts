import { resetPassword } from "@/lib/accounts/letter-commands";
import { takeForm } from "../../../_parts/take-form";

/** Sets a new password under the link of a letter. */
export function POST(request: Request): Promise<Response> {
  return takeForm(request, { page: "/reset/new", fields: ["token", "password"], command: resetPassword, landing: "/sign-in?done=reset" });
}
