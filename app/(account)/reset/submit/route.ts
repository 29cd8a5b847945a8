import { askResetLetter } from "@/lib/accounts/letter-commands";
import { takeForm } from "../../_parts/take-form";

/** Asks for a letter with a link to a new password. */
export function POST(request: Request): Promise<Response> {
  return takeForm(request, { page: "/reset", fields: ["email"], command: askResetLetter, landing: "/reset?done=mailed" });
}
