import { askSignInLetter } from "@/lib/accounts/letter-commands";
import { takeForm } from "../../../_parts/take-form";

/** Asks for a letter with a code and a link. */
export function POST(request: Request): Promise<Response> {
  const fields = ["email", "returnTo"];
  return takeForm(request, { page: "/sign-in/letter", fields, command: askSignInLetter, landing: "/sign-in/code", isFirstHalf: true });
}
