import { proveByPassword } from "@/lib/accounts/step-up-commands";
import { takeCommand } from "../../_parts/take-command";

/** Takes the password as a proof anew. */
export function POST(request: Request): Promise<Response> {
  return takeCommand(request, {
    page: "/step-up",
    fields: ["password", "returnTo"],
    command: proveByPassword,
    landing: (returnTo) => returnTo,
  });
}
