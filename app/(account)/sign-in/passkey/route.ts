import { signInWithPasskey } from "@/lib/accounts/passkey-commands";
import { takeCommand } from "../../_parts/take-command";

/** Signs in with a passkey. */
export function POST(request: Request): Promise<Response> {
  return takeCommand(request, {
    page: "/sign-in",
    fields: ["credential", "token", "returnTo"],
    command: signInWithPasskey,
    landing: (returnTo) => returnTo,
  });
}
