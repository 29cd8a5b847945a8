import { proveByPasskey } from "@/lib/accounts/passkey-commands";
import { takeCommand } from "../../../_parts/take-command";

/** Takes a passkey as the second step. */
export function POST(request: Request): Promise<Response> {
  return takeCommand(request, {
    page: "/sign-in/second-step",
    fields: ["credential", "token", "returnTo"],
    command: proveByPasskey,
    landing: (returnTo) => returnTo,
  });
}
