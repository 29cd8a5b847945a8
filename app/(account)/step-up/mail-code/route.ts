import { proveByMailCode } from "@/lib/accounts/step-up-commands";
import { takeCommand } from "../../_parts/take-command";

/** Takes the code that was mailed as a proof anew. */
export function POST(request: Request): Promise<Response> {
  return takeCommand(request, {
    page: "/step-up",
    fields: ["code", "returnTo"],
    command: proveByMailCode,
    landing: (returnTo) => returnTo,
  });
}
