import { beginTwoFactor } from "@/lib/accounts/two-factor-commands";
import { takeCommand } from "../../../_parts/take-command";

/** Begins to set up an authenticator app. */
export function POST(request: Request): Promise<Response> {
  return takeCommand(request, { page: "/settings/two-factor", command: beginTwoFactor, landing: () => "/settings/two-factor" });
}
