import { nameOwnPasskey } from "@/lib/accounts/passkey-commands";
import { takeCommand } from "../../../_parts/take-command";

/** Gives a passkey another name. */
export function POST(request: Request): Promise<Response> {
  return takeCommand(request, {
    page: "/settings/passkeys",
    fields: ["id", "name"],
    command: nameOwnPasskey,
    landing: () => "/settings/passkeys",
  });
}
