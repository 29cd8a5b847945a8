import { signUp } from "@/lib/accounts/commands";
import { takeForm } from "../../_parts/take-form";

/** Makes an account, starts its trial and signs it in. */
export function POST(request: Request): Promise<Response> {
  return takeForm(request, { page: "/sign-up", fields: ["name", "email", "password", "returnTo"], command: signUp, landing: "/welcome" });
}
