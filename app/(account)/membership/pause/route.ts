import { pauseMembership } from "@/lib/billing/commands";
import { readFields } from "../_parts/read-fields";
import { takeCommand } from "../_parts/take-command";

/** Pauses the membership after what is paid for. */
export async function POST(request: Request): Promise<Response> {
  const fields = await readFields(request, ["months"]);
  return takeCommand(fields, { page: "/membership", command: pauseMembership, landing: () => "/membership?done=paused" });
}
