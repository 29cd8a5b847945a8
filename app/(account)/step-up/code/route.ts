import { proveByCode } from "@/lib/accounts/step-up-commands";
import { takeCommand } from "../../_parts/take-command";

/** Takes a code of the app, or a backup code, as a proof anew. */
export function POST(request: Request): Promise<Response> {
  return takeCommand(request, { page: "/step-up", fields: ["code", "returnTo"], command: proveByCode, landing: (returnTo) => returnTo });
}
