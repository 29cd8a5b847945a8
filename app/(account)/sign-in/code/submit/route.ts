import { signInByCode } from "@/lib/accounts/letter-commands";
import { takeForm } from "../../../_parts/take-form";

/** Signs in with the code of a letter. */
export function POST(request: Request): Promise<Response> {
  return takeForm(request, { page: "/sign-in/code", fields: ["email", "code", "returnTo"], command: signInByCode });
}
