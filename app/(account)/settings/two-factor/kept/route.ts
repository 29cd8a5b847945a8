import { forgetFreshCodes } from "@/lib/accounts/two-factor-commands";
import { takeCommand } from "../../../_parts/take-command";

/** Takes new backup codes from the page: they were written down. */
export function POST(request: Request): Promise<Response> {
  return takeCommand(request, { page: "/settings/two-factor", command: forgetFreshCodes, landing: () => "/settings/two-factor" });
}
