import { renewBackupCodes } from "@/lib/accounts/two-factor-commands";
import { takeCommand } from "../../../_parts/take-command";

/** Gives new backup codes in place of the old ones. */
export function POST(request: Request): Promise<Response> {
  return takeCommand(request, { page: "/settings/two-factor", command: renewBackupCodes, landing: () => "/settings/two-factor" });
}
