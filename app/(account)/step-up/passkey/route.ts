import { proveByPasskey } from "@/lib/accounts/passkey-commands";
import { takeCommand } from "../../_parts/take-command";

/** Takes a passkey as a proof anew. */
export function POST(request: Request): Promise<Response> {
  return takeCommand(request, {
    page: "/step-up",
    fields: ["credential", "token", "returnTo"],
    command: proveByPasskey,
    landing: (returnTo) => returnTo,
  });
}
