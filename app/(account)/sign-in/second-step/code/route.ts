import { proveByCode } from "@/lib/accounts/step-up-commands";
import { takeCommand } from "../../../_parts/take-command";

/** Takes the code of the second step. */
export function POST(request: Request): Promise<Response> {
  return takeCommand(request, {
    page: "/sign-in/second-step",
    fields: ["code", "returnTo"],
    command: proveByCode,
    landing: (returnTo) => returnTo,
  });
}
