import { confirmTwoFactorSetUp } from "@/lib/accounts/two-factor-commands";
import { takeCommand } from "../../../_parts/take-command";

/** Ends the set-up with a first code. */
export function POST(request: Request): Promise<Response> {
  return takeCommand(request, {
    page: "/settings/two-factor",
    fields: ["code"],
    command: confirmTwoFactorSetUp,
    landing: () => "/settings/two-factor",
  });
}
