import { removeTwoFactorApp } from "@/lib/accounts/two-factor-commands";
import { takeCommand } from "../../../_parts/take-command";

/** Takes the authenticator app away. */
export function POST(request: Request): Promise<Response> {
  return takeCommand(request, { page: "/settings/two-factor", command: removeTwoFactorApp, landing: () => "/settings/two-factor" });
}
