import { addPasskey } from "@/lib/accounts/passkey-commands";
import { takeCommand } from "../../../_parts/take-command";

/** Keeps a passkey that the browser made. */
export function POST(request: Request): Promise<Response> {
  return takeCommand(request, {
    page: "/settings/passkeys",
    fields: ["credential", "token"],
    command: addPasskey,
    landing: () => "/settings/passkeys",
  });
}
