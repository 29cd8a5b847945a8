import { signIn } from "@/lib/accounts/commands";
import { takeForm } from "../../_parts/take-form";

/** Signs an account in. */
export function POST(request: Request): Promise<Response> {
  return takeForm(request, { page: "/sign-in", fields: ["email", "password", "returnTo"], command: signIn });
}
