import { removeOwnPasskey } from "@/lib/accounts/passkey-commands";
import { takeCommand } from "../../../_parts/take-command";

/** Takes a passkey away. */
export function POST(request: Request): Promise<Response> {
  return takeCommand(request, {
    page: "/settings/passkeys",
    fields: ["id"],
    command: removeOwnPasskey,
    landing: () => "/settings/passkeys",
  });
}
